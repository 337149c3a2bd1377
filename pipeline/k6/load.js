// The usual load for some minutes, as the weights spread it. Red when an objective is missed, or when fewer requests could
// be sent than were asked for: then the answers were too slow to be measured honestly.
//
//   RATE           requests per second            (default 50)
//   DURATION       seconds                        (default 120)
import { common, ask, number } from './target.js';
import { thresholds } from './slo.js';

const rate = number('RATE', 50);

export const options = Object.assign({}, common, {
  scenarios: {
    load: {
      executor: 'constant-arrival-rate',
      rate,
      timeUnit: '1s',
      duration: `${number('DURATION', 120)}s`,
      preAllocatedVUs: Math.ceil(rate / 2),
      maxVUs: rate * 4,
    },
  },
  thresholds: Object.assign({ dropped_iterations: ['count<1'] }, thresholds('any')),
});

export default function () {
  ask('any', __ITER);
}
