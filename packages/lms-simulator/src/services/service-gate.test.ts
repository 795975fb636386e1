import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nrpsScope } from '../platform/scopes.js';
import { type Pair, startPair } from '../testing/start-pair.js';

let pair: Pair;
const members = () => `${pair.simulator.url}/mod/lti/services.php/CourseSection/2/bindings/1/memberships`;

beforeEach(async () => {
  pair = await startPair('moodle');
});
afterEach(() => pair.close());

const ask = (signal?: AbortSignal) => pair.call([nrpsScope], members(), signal ? { signal } : {});

describe('a service that is spoiled on purpose', () => {
  test('answers with the given status and headers, as often as said, then works again', async () => {
    pair.simulator.control.failNext({
      kind: 'status',
      status: 503,
      match: 'memberships',
      times: 2,
      headers: { 'retry-after': '1' },
    });
    const first = await ask();
    expect([first.status, first.headers.get('retry-after')]).toEqual([503, '1']);
    expect([(await ask()).status, (await ask()).status]).toEqual([503, 200]);
  });

  test('answers a web page where JSON belongs', async () => {
    pair.simulator.control.failNext({ kind: 'html', match: /memberships/ });
    const answer = await ask();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  test('counts how many calls are being answered at one time', async () => {
    const { control } = pair.simulator;
    await ask();
    control.clearRequests();
    for (let call = 0; call < 3; call += 1) await ask();
    expect(control.mostAtOnce).toBe(1);
    control.failNext({ kind: 'slow', delayMs: 100, match: 'memberships', times: 2 });
    await Promise.all([ask(), ask()]);
    expect(control.mostAtOnce).toBe(2);
  });

  test('breaks off in the middle of a page', async () => {
    pair.simulator.control.failNext({ kind: 'half-page', match: 'memberships' });
    const answer = await ask();
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow('terminated');
  });

  test('never answers', async () => {
    pair.simulator.control.failNext({ kind: 'hang', match: 'memberships' });
    await expect(ask(AbortSignal.timeout(150))).rejects.toThrow('timeout');
  });

  test('answers late', async () => {
    pair.simulator.control.failNext({ kind: 'slow', delayMs: 120, match: 'memberships' });
    const begun = performance.now();
    expect((await ask()).status).toBe(200);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(100);
  });

  test('can be the key set, too', async () => {
    pair.simulator.control.failNext({ kind: 'status', status: 500, match: 'certs.php' });
    expect((await fetch(pair.simulator.registration.jwksUrl)).status).toBe(500);
  });

  test('is forgiven by clearing the faults', async () => {
    pair.simulator.control.failNext({ kind: 'html' });
    pair.simulator.control.clearFaults();
    expect((await ask()).status).toBe(200);
  });
});

describe('the log', () => {
  test('holds what the tool asked for and how it was answered', async () => {
    await (await ask()).text();
    await (await fetch(members())).text();
    const seen = pair.simulator.control.requests.map(({ method, path, status }) => `${method} ${path} ${status}`);
    expect(seen).toEqual([
      'POST /mod/lti/token.php 200',
      'GET /mod/lti/services.php/CourseSection/2/bindings/1/memberships 200',
      'GET /mod/lti/services.php/CourseSection/2/bindings/1/memberships 401',
    ]);
    pair.simulator.control.clearRequests();
    expect(pair.simulator.control.requests).toHaveLength(0);
  });
});

describe('the log of a call that got no whole answer', () => {
  test('shows no status', async () => {
    pair.simulator.control.failNext({ kind: 'half-page', match: 'memberships' });
    await expect((await ask()).text()).rejects.toThrow('terminated');
    await expect.poll(() => pair.simulator.control.requests.at(-1)?.status).toBe(0);
  });
});

describe('published keys', () => {
  test('are one without caching in Moodle, three with caching in Canvas', async () => {
    const moodle = await fetch(pair.simulator.registration.jwksUrl);
    expect(moodle.headers.get('cache-control')).toBeNull();
    expect(((await moodle.json()) as { keys: object[] }).keys).toHaveLength(1);

    const other = await startPair('canvas');
    const canvas = await fetch(other.simulator.registration.jwksUrl);
    const { keys } = (await canvas.json()) as { keys: Record<string, string>[] };
    await other.close();
    expect(canvas.headers.get('cache-control')).toBe('max-age=864000, public');
    expect(keys).toHaveLength(3);
    expect(keys.every((key) => key['use'] === 'sig' && key['alg'] === 'RS256' && key['d'] === undefined)).toBe(true);
  });
});
