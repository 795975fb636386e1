import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFakeApi } from '../testing/fake-api.js';
import { refusal } from '../testing/fake-transport.js';
import { openLaunch, readLaunch } from './launch.js';

const renewal = 'POST /api/launch-sessions/renewal';
const minute = 60_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('reading the launch of a page', () => {
  const pageWith = (text: string) => {
    const page = document.implementation.createHTMLDocument();
    const script = page.createElement('script');
    script.type = 'application/json';
    script.id = 'journeybook-launch';
    script.textContent = text;
    page.head.append(script);
    return page;
  };

  test('takes the code and the address of the API', () => {
    const launch = { code: 'code-1', apiUrl: 'http://api.example' };
    expect(readLaunch(pageWith(JSON.stringify(launch)))).toEqual(launch);
  });

  test('opens without a way back that is no address of the web', () => {
    const launch = { code: 'code-1', apiUrl: 'http://api.example' };
    const astray = { ...launch, back: { address: 'javascript:alert(1)', name: 'x' } };
    expect(readLaunch(pageWith(JSON.stringify(astray)))).toEqual(launch);
  });

  test.each([['{}'], ['not json'], ['null']])('finds none in %s', (text) => {
    expect(readLaunch(pageWith(text))).toBeNull();
  });

  test('finds none on a page that was not launched', () => {
    expect(readLaunch(document.implementation.createHTMLDocument())).toBeNull();
  });
});

describe('a launch', () => {
  test('renews its bearer before it ends', async () => {
    const api = createFakeApi();
    const ended = vi.fn<() => void>();
    const keeper = await openLaunch({
      beginning: { code: 'code-1' },
      apiUrl: 'http://api.example/',
      onEnded: ended,
      fetch: api.fetch,
    });
    await vi.advanceTimersByTimeAsync(12 * minute);
    expect(api.calls.map((call) => call.line)).not.toContain(renewal);
    await vi.advanceTimersByTimeAsync(2 * minute);
    expect(api.calls.map((call) => call.line)).toContain(renewal);
    expect(ended).not.toHaveBeenCalled();
    keeper.stop();
  });

  test('tells each bearer it has, the first and the renewed, until it is stopped', async () => {
    const api = createFakeApi();
    const tokens: string[] = [];
    const keeper = await openLaunch({
      beginning: { code: 'code-1' },
      apiUrl: '',
      onSession: ({ token }) => void tokens.push(token),
      onEnded: () => undefined,
      fetch: api.fetch,
    });
    expect(tokens).toEqual([keeper.session.token]);
    await vi.advanceTimersByTimeAsync(14 * minute);
    await vi.waitFor(() => expect(new Set(tokens).size).toBe(2), { timeout: 10_000 });
    keeper.stop();
    await vi.advanceTimersByTimeAsync(30 * minute);
    expect(tokens).toHaveLength(2);
  });

  test('goes on with a session of before, and asks for nothing until it has to be renewed', async () => {
    const api = createFakeApi();
    const { session, stop } = await openLaunch({
      beginning: { code: 'code-1' },
      apiUrl: '',
      onEnded: vi.fn<() => void>(),
      fetch: api.fetch,
    });
    stop();
    await vi.advanceTimersByTimeAsync(10 * minute);
    api.calls.length = 0;
    const again = await openLaunch({
      beginning: { session },
      apiUrl: '',
      onEnded: vi.fn<() => void>(),
      fetch: api.fetch,
    });
    expect(api.calls).toEqual([]);
    await vi.advanceTimersByTimeAsync(4 * minute);
    expect(api.calls.map((call) => call.line)).toEqual([renewal]);
    again.stop();
  });

  test('outlives a lost signal as long as the bearer holds', async () => {
    const api = createFakeApi();
    const ended = vi.fn<() => void>();
    const keeper = await openLaunch({ beginning: { code: 'code-1' }, apiUrl: '', onEnded: ended, fetch: api.fetch });
    api.failNext(renewal, 'unreachable');
    await vi.advanceTimersByTimeAsync(14 * minute);
    expect(api.calls.filter((call) => call.line === renewal)).toHaveLength(2);
    expect(ended).not.toHaveBeenCalled();
    keeper.stop();
  });

  test('ends when there was no signal until the bearer ended', async () => {
    const api = createFakeApi();
    const ended = vi.fn<() => void>();
    await openLaunch({ beginning: { code: 'code-1' }, apiUrl: '', onEnded: ended, fetch: api.fetch });
    for (let tries = 0; tries < 60; tries += 1) api.failNext(renewal, 'unreachable');
    await vi.advanceTimersByTimeAsync(14.5 * minute);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(minute);
    expect(ended).toHaveBeenCalledOnce();
  });

  test('ends at once when the renewal is refused', async () => {
    const api = createFakeApi();
    const ended = vi.fn<() => void>();
    await openLaunch({ beginning: { code: 'code-1' }, apiUrl: '', onEnded: ended, fetch: api.fetch });
    api.failNext(renewal, refusal(401, 'launch-ended', 'Open this page again from your course.'));
    await vi.advanceTimersByTimeAsync(13 * minute);
    await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce(), { timeout: 10_000 });
    expect(api.calls.filter((call) => call.line === renewal)).toHaveLength(1);
  });
});
