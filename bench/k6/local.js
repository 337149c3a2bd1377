// Load on the local mesh, for bench/local-load. Three kinds of requests: the public keys of auth (edge, auth's sidecar), the own account and
// profile (edge, auth, and persona by mTLS, table), and writes of profiles. Each writer has an account of its own, reads every write
// back, and reads its last one again when the load is over: an acknowledged write that is not there is lost. A write that failed may
// have been done all the same, so what it wrote is there rightly too, until the next acknowledged one.
import http from 'k6/http';
import exec from 'k6/execution';
import { sleep } from 'k6';
import { Counter } from 'k6/metrics';

const edge = __ENV.EDGE;
const rate = Number(__ENV.RATE);
const seconds = Number(__ENV.DURATION);
const own = Number(__ENV.OWN || 2) / 100;
const writesPerSecond = (rate * Number(__ENV.WRITES || 1)) / 100;
const writers = Math.max(1, Math.min(50, Math.ceil(writesPerSecond)));
const warm = Number(__ENV.WARM || 30);
const settled = 3;
const acknowledged = new Counter('acknowledged_writes');
const lost = new Counter('lost_writes');

const readsPerSecond = Math.round(rate - 2 * writesPerSecond);

// Virtual machines compile what is asked often: the load grows for a while first, and that is not measured.
const scenarios = {
  warm: {
    executor: 'ramping-arrival-rate', exec: 'read', startRate: 10, timeUnit: '1s', stages: [{ target: readsPerSecond, duration: `${warm}s` }],
    preAllocatedVUs: 300, maxVUs: 400,
  },
  reads: {
    executor: 'constant-arrival-rate', exec: 'read', rate: readsPerSecond, timeUnit: '1s', startTime: `${warm}s`, duration: `${seconds}s`,
    preAllocatedVUs: 300, maxVUs: 400,
  },
  writers: {
    executor: 'per-vu-iterations', exec: 'write', vus: writers, iterations: 1, startTime: `${warm}s`, maxDuration: `${seconds + 60}s`,
  },
};

export const options = {
  scenarios,
  setupTimeout: '180s',
  summaryTrendStats: ['med', 'p(95)', 'p(99)', 'max'],
  thresholds: {
    'http_req_duration{kind:keys}': ['p(95)<200'],
    'http_req_duration{kind:own}': ['p(95)<200'],
    'http_req_duration{kind:write}': ['p(95)<200'],
    'http_req_failed{load:yes}': ['rate==0'],
    'http_reqs{load:yes}': ['count>0'],
    lost_writes: ['count==0'],
    acknowledged_writes: ['count>0'],
    'dropped_iterations{scenario:reads}': ['count==0'],
  },
};

const tags = (kind) => (exec.scenario.name === 'warm' ? { kind: 'warm' } : { kind, load: 'yes' });
const bearer = (token) => ({ Authorization: `Bearer ${token}` });

// Says what the first failure of a virtual user was; the others are counted.
let silent = false;

function told(kind, answer) {
  if (answer.status !== 200 && !silent) {
    silent = true;
    console.warn(`${kind}: ${answer.status} after ${answer.timings.duration.toFixed(0)} ms ${answer.error || answer.body}`);
  }
  return answer;
}

// Accounts by the sign-up saga, all at once; a token each.
export function setup() {
  const accounts = [];
  for (let i = 0; i < writers; i++) {
    const body = { email: `load-${Date.now()}-${i}@example.com`, displayName: 'Load', password: 'correct horse battery' };
    http.post(`${edge}/api/auth/sign-ups`, JSON.stringify(body), { headers: { 'Idempotency-Key': body.email } });
    accounts.push(body);
  }
  return accounts.map((account) => {
    for (let turn = 0; turn < 60; turn++) {
      const answer = http.post(`${edge}/api/auth/tokens`, JSON.stringify(account), { responseCallback: null });
      if (answer.status === 200) {
        return answer.json('accessToken');
      }
      sleep(1);
    }
    throw new Error(`no token for ${account.email} after a minute, expected its sign-up to be over: ./tandem dev has the logs`);
  });
}

export function read(tokens) {
  const turn = exec.scenario.iterationInTest;
  if (Math.floor((turn + 1) * own) > Math.floor(turn * own)) {
    told('own', http.get(`${edge}/api/auth/me`, { tags: tags('own'), headers: bearer(tokens[turn % tokens.length]) }));
  } else {
    told('keys', http.get(`${edge}/api/auth/jwks.json`, { tags: tags('keys') }));
  }
}

export function write(tokens) {
  const account = exec.scenario.iterationInTest;
  const token = tokens[account];
  const end = Date.now() + seconds * 1000;
  const pause = writers / writesPerSecond;
  let last = '';
  let since = [];
  sleep((pause * account) / writers);
  for (let turn = 0; Date.now() < end; turn++) {
    const began = Date.now();
    const bio = `write ${turn} of ${account}`;
    const answer = told('write', http.put(`${edge}/api/persona/profiles/me`, JSON.stringify({ displayName: 'Load', bio }), {
      tags: tags('write'), headers: Object.assign({ 'Idempotency-Key': `${account}-${turn}` }, bearer(token)),
    }));
    if (answer.status === 200) {
      acknowledged.add(1);
      last = bio;
      since = [];
      look(token, last, since);
    } else {
      since.push(bio);
    }
    sleep(Math.max(0, pause - (Date.now() - began) / 1000));
  }
  if (last !== '') {
    sleep(settled);
    look(token, last, since);
  }
}

// Whether the last acknowledged write is there, or one since that was not acknowledged.
function look(token, last, since) {
  const seen = told('own', http.get(`${edge}/api/persona/profiles/me`, { tags: tags('own'), headers: bearer(token) }));
  if (seen.status !== 200 || ![last, ...since].includes(seen.json('bio'))) {
    lost.add(1);
  }
}

export function handleSummary(data) {
  const value = (name, stat) => (data.metrics[name] ? data.metrics[name].values[stat] : 0);
  const line = (kind) => `  ${kind.padEnd(6)}${['med', 'p(95)', 'p(99)', 'max']
    .map((stat) => `${stat} ${value(`http_req_duration{kind:${kind}}`, stat).toFixed(1)}`).join('  ')}\n`;
  const missed = Object.entries(data.metrics).flatMap(([name, metric]) => Object.entries(metric.thresholds || {})
    .filter(([, threshold]) => !threshold.ok).map(([threshold]) => `${name} ${threshold}`));
  return {
    stdout: `requests ${value('http_reqs{load:yes}', 'count')} in ${seconds} s, failed ${value('http_req_failed{load:yes}', 'passes')}, not sent in time `
      + `${value('dropped_iterations{scenario:reads}', 'count')}\nmilliseconds:\n${line('keys')}${line('own')}${line('write')}`
      + `acknowledged writes ${value('acknowledged_writes', 'count')}, lost ${value('lost_writes', 'count')}\n`
      + `thresholds missed: ${missed.join(', ') || 'none'}\n`,
  };
}
