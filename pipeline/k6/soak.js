// Half the usual load for hours: what leaks, fills or ages shows only then. Objectives must hold over the whole time, and in
// the last quarter the median may not be far above that of the first.
//
//   RATE           requests per second            (default 25)
//   DURATION       seconds                        (default 7200)
//   DRIFT_MS       how much slower, milliseconds  (default 50)
import { Trend } from 'k6/metrics';
import { common, ask, number } from './target.js';
import { thresholds } from './slo.js';

const rate = number('RATE', 25);
const seconds = number('DURATION', 7200);
const late = new Trend('late_extra', true);
let early = [];

export const options = Object.assign({}, common, {
  scenarios: {
    soak: {
      executor: 'constant-arrival-rate',
      rate,
      timeUnit: '1s',
      duration: `${seconds}s`,
      preAllocatedVUs: Math.ceil(rate / 2),
      maxVUs: rate * 4,
    },
  },
  thresholds: Object.assign({ late_extra: [`med<${number('DRIFT_MS', 50)}`] }, thresholds('any')),
});

export function setup() {
  return { start: Date.now() };
}

export default function (data) {
  const took = ask('any', __ITER).timings.duration;
  const part = (Date.now() - data.start) / (seconds * 1000);
  if (part < 0.25) {
    early.push(took);
    early = early.slice(-200);
  } else if (part > 0.75 && early.length > 0) {
    // Each virtual user compares with the median of its own first quarter.
    late.add(took - [...early].sort((a, b) => a - b)[Math.floor(early.length / 2)]);
  }
}
