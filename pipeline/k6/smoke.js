// Does it answer at all: a minute after a deployment, before anybody depends on it. Stops at the first failed answer.
//
//   VERSION        stable, canary or any          (default any)
//   REQUESTS       how many                       (default 30)
import { check } from 'k6';
import { common, ask, number } from './target.js';

const version = __ENV.VERSION || 'any';
if (!['stable', 'canary', 'any'].includes(version)) {
  throw new Error(`VERSION is '${version}', expected stable, canary or any`);
}

export const options = Object.assign({}, common, {
  scenarios: { smoke: { executor: 'shared-iterations', vus: 2, iterations: number('REQUESTS', 30), maxDuration: '1m' } },
  thresholds: {
    checks: [{ threshold: 'rate==1', abortOnFail: true }],
    wrong_version: ['rate==0'],
  },
});

export default function () {
  const answer = ask(version, __ITER);
  check(answer, { 'answers below 400': (a) => a.status > 0 && a.status < 400 });
}
