import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createClient } from './client.js';
import { endpoint } from './endpoint.js';
import type { Problem } from './problem.js';
import { ProblemError } from './problem.js';

const greet = endpoint('POST /api/rooms/:room/greetings/:greeting', {
  query: z.object({ from: z.string().optional(), times: z.coerce.number().optional() }),
  body: z.object({ words: z.string() }),
  reply: z.object({ words: z.string() }),
});
const ping = endpoint('GET /api/ping', { reply: z.object({ words: z.string() }) });
const leave = endpoint('DELETE /api/rooms/:room', {});
const clear = endpoint('DELETE /api/rooms/:room/walls', { edits: true });
const given = { params: { room: 'a', greeting: 'b' }, body: { words: 'hello' } };

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const running: Server[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

/** A real server on a free port that answers as told, and what it was asked. */
async function serve(answer: RequestListener) {
  const asked: Seen[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      asked.push({ method: request.method, url: request.url, headers: request.headers, body });
      answer(request, response);
    });
  });
  running.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { baseUrl, asked, call: createClient({ baseUrl }) };
}

const json =
  (status: number, value: unknown, type = 'application/json'): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'content-type': type }).end(JSON.stringify(value));

const problemOf = async (call: Promise<unknown>): Promise<Problem> => {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ProblemError)) throw new Error(`no ProblemError but ${String(error)}`);
  return error.problem;
};

describe('a call', () => {
  test('gives the parsed answer', async () => {
    const { call } = await serve(json(200, { words: 'hello back', unknownToThisVersion: true }));
    expect(await call(greet, given)).toEqual({ words: 'hello back' });
  });
  test('sends the method, the body as JSON and its type', async () => {
    const { call, asked } = await serve(json(201, { words: '' }));
    await call(greet, given);
    expect(asked).toMatchObject([
      {
        method: 'POST',
        url: '/api/rooms/a/greetings/b',
        body: '{"words":"hello"}',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
      },
    ]);
  });
  test('sends neither a body nor a type when the endpoint has none', async () => {
    const { call, asked } = await serve(json(200, { words: '' }));
    await call(ping, {});
    expect(asked[0]).toMatchObject({ method: 'GET', url: '/api/ping', body: '' });
    expect(asked[0]?.headers).not.toHaveProperty('content-type');
  });
  test('says in an edit what was shown, as a strong tag, and in nothing else', async () => {
    const { call, asked } = await serve((_, response) => response.writeHead(204).end());
    await call(clear, { params: { room: 'a' }, ifMatch: 3 });
    await call(clear, { params: { room: 'a' }, ifMatch: 'k3-_Z' });
    await call(leave, { params: { room: 'a' } });
    expect(asked.map((one) => one.headers['if-match'])).toEqual(['"3"', '"k3-_Z"', undefined]);
  });
  test('writes whatever stands in a parameter so that it stays in its place', async () => {
    const { call, asked } = await serve(json(200, { words: '' }));
    await call(greet, { ...given, params: { room: 'a/b?c#d', greeting: 'ä %2F' } });
    expect(asked[0]?.url).toBe('/api/rooms/a%2Fb%3Fc%23d/greetings/%C3%A4%20%252F');
  });
  test('does not take a colon within a parameter for another one', async () => {
    const { call, asked } = await serve(json(200, { words: '' }));
    await call(greet, { ...given, params: { room: ':greeting', greeting: 'b' } });
    expect(asked[0]?.url).toBe('/api/rooms/%3Agreeting/greetings/b');
  });
  test('writes the query, and leaves out what is not given', async () => {
    const { call, asked } = await serve(json(200, { words: '' }));
    await call(greet, { ...given, query: { from: 'A & B=C ü', times: 2 } });
    await call(greet, { ...given, query: { from: undefined } });
    const [first, second] = asked.map((one) => new URL(one.url ?? '', 'http://x').searchParams);
    expect([...(first ?? [])]).toEqual([
      ['from', 'A & B=C ü'],
      ['times', '2'],
    ]);
    expect([...(second ?? [])]).toEqual([]);
    expect(asked[1]?.url).not.toContain('?');
  });
  test('sends the headers of the moment, such as a renewed bearer', async () => {
    const { baseUrl, asked } = await serve(json(200, { words: '' }));
    let token = 'first';
    const call = createClient({ baseUrl, headers: () => ({ authorization: `Bearer ${token}` }) });
    await call(ping, {});
    token = 'second';
    await call(ping, {});
    expect(asked.map((one) => one.headers.authorization)).toEqual(['Bearer first', 'Bearer second']);
  });
  test.each([200, 204])('gives nothing where the endpoint has no reply (%i)', async (status) => {
    const { call } = await serve((_, response) => response.writeHead(status).end());
    expect(await call(leave, { params: { room: 'a' } })).toBeUndefined();
  });
});

describe('an answer that is no success', () => {
  test('is thrown as the problem that the server sent', async () => {
    const sent = {
      type: 'https://journeybook.example/problems/over-24-hours',
      title: 'More than 24 hours',
      status: 409,
      detail: 'That date already has 16 h.',
      kind: 'over-24-hours',
      errors: [{ field: 'minutes', message: 'must fit the day' }],
      facts: { minutesThatDay: 960 },
      requestId: 'r-1',
    };
    const { call } = await serve(json(409, sent, 'application/problem+json'));
    expect(await problemOf(call(greet, given))).toEqual(sent);
  });
  test('says what to do in its message', async () => {
    const sent = { type: 'about:blank', title: 'x', status: 403, detail: 'Ask your mentor.', kind: 'own-hours' };
    const { call } = await serve(json(403, sent));
    await expect(call(ping, {})).rejects.toThrow('Ask your mentor.');
  });
  test.each([
    ['a page of a proxy', 502, '<html><h1>Bad gateway</h1></html>'],
    ['nothing', 500, ''],
    ['JSON that is no problem', 404, '{"message":"Cannot GET /api/ping"}'],
  ])('is an unexpected answer when it holds %s', async (_, status, body) => {
    const { call } = await serve((_request, response) => response.writeHead(status).end(body));
    expect(await problemOf(call(ping, {}))).toMatchObject({ kind: 'unexpected-answer', status });
  });
});

describe('a success that the contract does not know', () => {
  test.each([
    ['a page instead of JSON', '<!doctype html><title>Sign in to the Wi-Fi</title>'],
    ['JSON cut short', '{"words":"hel'],
    ['a field of another type', '{"words":7}'],
    ['a missing field', '{}'],
    ['nothing', ''],
  ])('is an unexpected answer: %s', async (_, body) => {
    const { call } = await serve((_request, response) => response.writeHead(200).end(body));
    expect(await problemOf(call(ping, {}))).toMatchObject({ kind: 'unexpected-answer' });
  });
});

describe('no answer', () => {
  test('is unreachable when nobody listens', async () => {
    const { baseUrl } = await serve(json(200, {}));
    const server = running.pop();
    await new Promise((done) => server?.close(done));
    expect(await problemOf(createClient({ baseUrl })(ping, {}))).toMatchObject({ kind: 'unreachable' });
  });
  test('is unreachable when the connection ends before an answer', async () => {
    const { call } = await serve((request) => request.socket.destroy());
    expect(await problemOf(call(ping, {}))).toMatchObject({ kind: 'unreachable' });
  });
  test('is unreachable when the connection ends within the answer', async () => {
    const { call } = await serve((request, response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('{"words":', () => request.socket.destroy());
    });
    expect(await problemOf(call(ping, {}))).toMatchObject({ kind: 'unreachable' });
  });
});

describe('a call that is given up', () => {
  test('ends as given up while it waits for an answer', async () => {
    const giveUp = new AbortController();
    const { call } = await serve(() => giveUp.abort());
    await expect(call(ping, { signal: giveUp.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });
  test('ends as given up while it reads the answer', async () => {
    const giveUp = new AbortController();
    const { baseUrl } = await serve((_, response) => response.writeHead(200).write('{"words":'));
    const fetchThenGiveUp: typeof fetch = async (...call) => {
      const response = await fetch(...call);
      setImmediate(() => giveUp.abort());
      return response;
    };
    const call = createClient({ baseUrl, fetch: fetchThenGiveUp });
    await expect(call(ping, { signal: giveUp.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });
});
