'use strict';
// Looks at the page as it is laid out and leaves what it saw as JSON in an element of its own.
window.addEventListener('load', async () => {
  const seen = { width: innerWidth, scrollWidth: document.documentElement.scrollWidth, structure: [], problems: [] };
  const visible = (e) => e.getClientRects().length > 0;
  for (const e of document.querySelectorAll('h1, h2, .half > h3, svg .box')) {
    if (!visible(e)) continue;
    seen.structure.push(e.matches('.box')
      ? 'box ' + e.classList[1] + ': ' + e.querySelector('.title').textContent
      : e.tagName.toLowerCase() + ' ' + e.textContent);
  }
  const inside = (inner, outer) => inner.left >= outer.left - 1 && inner.right <= outer.right + 1
    && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
  for (const svg of document.querySelectorAll('svg.picture')) {
    if (!visible(svg)) continue;
    const frame = svg.getBoundingClientRect();
    const boxes = [...svg.querySelectorAll('.box > rect')].map((r) => r.getBoundingClientRect());
    boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => {
      if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) seen.problems.push('boxes overlap');
    }));
    for (const text of svg.querySelectorAll('text')) {
      const rect = text.getBoundingClientRect();
      const holder = text.parentNode.matches('.box, .chip') ? text.parentNode.querySelector('rect').getBoundingClientRect() : frame;
      if (!inside(rect, holder)) seen.problems.push('text leaves its box: ' + text.textContent);
      const size = parseFloat(getComputedStyle(text).fontSize) * frame.width / svg.viewBox.baseVal.width;
      if (size < 10) seen.problems.push('text of ' + size.toFixed(1) + ' px: ' + text.textContent);
    }
  }
  for (const e of document.querySelectorAll('p, h1, h2, h3, pre, td, summary, nav')) {
    if (visible(e) && !e.closest('.scroll, svg') && e.getBoundingClientRect().right > innerWidth + 1) {
      seen.problems.push('leaves the window: ' + e.textContent.slice(0, 60));
    }
  }
  const form = document.querySelector('.filters');
  if (form) {
    const count = () => [...document.querySelectorAll('.finding')].filter(visible).length;
    const set = (name, value) => { form.elements[name].value = value; form.dispatchEvent(new Event('input')); };
    seen.findings = count();
    set('level', 'mandatory');
    seen.mandatory = count();
    set('level', '');
    const start = performance.now();
    set('text', 'no such text anywhere');
    seen.none = count();
    seen.filterMillis = Math.round(performance.now() - start);
    set('text', '');
  }
  seen.requests = performance.getEntriesByType('resource').map((r) => r.name);
  seen.background = getComputedStyle(document.body).backgroundColor;
  if (window.axe) {
    document.querySelectorAll('details').forEach((d) => { d.open = document.querySelectorAll('details').length < 200; });
    const result = await axe.run(document, { resultTypes: ['violations'] });
    seen.axe = result.violations.map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 120)).join(' | '));
    seen.axeRules = result.passes.length;
  }
  const pre = document.createElement('pre');
  pre.id = 'probe';
  pre.textContent = JSON.stringify(seen);
  document.body.append(pre);
});
