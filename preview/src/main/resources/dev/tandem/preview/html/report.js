'use strict';
const form = document.querySelector('.filters');
if (form) {
  const findings = Array.from(document.querySelectorAll('.finding'));
  const apply = () => {
    const text = form.elements.text.value.trim().toLowerCase();
    let shown = 0;
    for (const finding of findings) {
      const fits = ['level', 'severity', 'stack'].every(
        (key) => !form.elements[key].value || finding.dataset[key] === form.elements[key].value);
      finding.hidden = !(fits && (!text || finding.textContent.toLowerCase().includes(text)));
      shown += finding.hidden ? 0 : 1;
    }
    form.querySelector('output').textContent = shown + ' of ' + findings.length + ' findings';
  };
  form.hidden = false;
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  apply();
}
