// Stable and canary side by side: each turn asks both, pinned by header, one right after the other, so that whatever slows
// the place they share slows both. Red when either misses an objective, when the canary is slower than stable by more than
// MARGIN_MS in the median of the pairs, fails where stable does not, or if a pin leads to the other version. The share of
// users that the canary has does not matter.
//
//   RATE           pairs per second               (default 20)
//   DURATION       seconds                        (default 60)
//   MARGIN_MS      milliseconds                   (default 50)
import { Trend, Rate } from 'k6/metrics';
import { common, ask, number, warnIfUnnamed } from './target.js';
import { thresholds } from './slo.js';

const rate = number('RATE', 20);
const slower = new Trend('canary_extra', true);
const failsAlone = new Rate('canary_fails_alone');

export const options = Object.assign({}, common, {
  scenarios: {
    pairs: {
      executor: 'constant-arrival-rate',
      rate,
      timeUnit: '1s',
      duration: `${number('DURATION', 60)}s`,
      preAllocatedVUs: rate,
      maxVUs: rate * 8,
    },
  },
  thresholds: Object.assign(
    {
      canary_extra: [`med<${number('MARGIN_MS', 50)}`],
      canary_fails_alone: [`rate<${number('SLO_ERRORS', 0.001)}`],
      dropped_iterations: ['count<1'],
      wrong_version: ['rate==0'],
    },
    thresholds('stable'),
    thresholds('canary'),
  ),
});

export function setup() {
  warnIfUnnamed();
}

export default function () {
  // Who is asked first changes from turn to turn: the second finds connections warm.
  const canaryFirst = __ITER % 2 === 0;
  const first = ask(canaryFirst ? 'canary' : 'stable', __ITER);
  const second = ask(canaryFirst ? 'stable' : 'canary', __ITER);
  const [canary, stable] = canaryFirst ? [first, second] : [second, first];
  slower.add(canary.timings.duration - stable.timings.duration);
  failsAlone.add(failed(canary) && !failed(stable));
}

function failed(answer) {
  return answer.status === 0 || answer.status >= 400;
}
