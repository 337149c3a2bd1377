// The service level objectives as thresholds. docs/pipeline.md says where the numbers come from.
//
//   SLO_P95_MS     95 % of the answers within, milliseconds       (default 200)
//   SLO_P99_MS     99 % of the answers within, milliseconds       (default 500)
//   SLO_ERRORS     share of failed answers, 0 to 1                (default 0.001)
import { number } from './target.js';

/** Limits for one version's requests, or for all when it is 'any'. */
export function thresholds(version) {
  const of = version === 'any' ? '' : `{version:${version}}`;
  return {
    [`http_req_duration${of}`]: [`p(95)<${number('SLO_P95_MS', 200)}`, `p(99)<${number('SLO_P99_MS', 500)}`],
    [`http_req_failed${of}`]: [`rate<${number('SLO_ERRORS', 0.001)}`],
  };
}
