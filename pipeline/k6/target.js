// What every script shares: where requests go, how a version is asked for, and how answers are judged.
//
//   BASE_URL       https://api.tandem.example, or http://127.0.0.1:15001 of a sidecar      (required)
//   PATHS          paths asked in turn, separated by commas                                (default /api/auth/healthz)
//   HOST           Host header, for a sidecar's outbound listener: persona.svc.local       (default: that of BASE_URL)
//   PIN            header that pins a request to the canary, name=value                    (default x-tester=canary)
//   STABLE_PIN     header that pins a request to stable, name=value                        (default x-tester=stable)
//   VERSION_HEADER header of an answer that names the version that gave it                 (default x-answered-by)
//   INSECURE       1: any certificate will do, for an edge listener without its load balancer
import { Rate } from 'k6/metrics';
import http from 'k6/http';

const env = __ENV;
const wrongVersion = new Rate('wrong_version');
const versionHeader = (env.VERSION_HEADER || 'x-answered-by').toLowerCase();
const paths = (env.PATHS || '/api/auth/healthz').split(',');

if (!/^https?:\/\//.test(env.BASE_URL || '')) {
  throw new Error(`BASE_URL is '${env.BASE_URL || ''}', expected http:// or https://, e.g. k6 run -e BASE_URL=https://api.tandem.example`);
}

/** Name and value of a header written as name=value. */
function header(variable, fallback) {
  const text = env[variable] || fallback;
  const cut = text.indexOf('=');
  if (cut < 1) {
    throw new Error(`${variable} is '${text}', expected name=value, e.g. ${variable}=x-tester=canary`);
  }
  return { [text.slice(0, cut)]: text.slice(cut + 1) };
}

const pins = { stable: header('STABLE_PIN', 'x-tester=stable'), canary: header('PIN', 'x-tester=canary'), any: {} };
const host = env.HOST ? { Host: env.HOST } : {};

/** Options that all scripts have. */
export const common = {
  discardResponseBodies: true,
  insecureSkipTLSVerify: env.INSECURE === '1',
  summaryTrendStats: ['avg', 'med', 'p(95)', 'p(99)', 'max'],
};

/** A positive number of the environment, or the default. */
export function number(variable, fallback) {
  const value = Number(env[variable] || fallback);
  if (!(value > 0)) {
    throw new Error(`${variable} is '${env[variable]}', expected a number above 0`);
  }
  return value;
}

/** The version that an answer says it is from; empty when it does not say, or says none of ours. */
function answeredBy(answer) {
  const name = Object.keys(answer.headers).find((key) => key.toLowerCase() === versionHeader);
  const found = name ? /stable|canary/.exec(answer.headers[name]) : null;
  return found ? found[0] : '';
}

/** Asks the next path; version is stable, canary or any (as the weights say). Answers count as failed from status 400 on. */
export function ask(version, turn) {
  const answer = http.get(env.BASE_URL + paths[turn % paths.length], {
    headers: Object.assign({}, host, pins[version]),
    tags: { version },
    timeout: '10s',
  });
  const by = answeredBy(answer);
  if (version !== 'any' && by !== '') {
    wrongVersion.add(by !== version);
  }
  return answer;
}

/** Says so when answers do not tell which version they are from: then a pin that is missing is not noticed. */
export function warnIfUnnamed() {
  if (answeredBy(ask('any', 0)) === '') {
    console.warn(`answers have no header ${versionHeader} that names stable or canary: whether pins lead where they should was not checked`);
  }
}
