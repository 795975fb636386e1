import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { findTold, scanOverheard } from './scan-overheard.mjs';

const password = { value: 'press line "2" at dawn', kind: 'password', handedOutBy: [] };
const bearer = { value: 'Zm9vYmFyYmF6cXV4MTIz', kind: 'bearer', handedOutBy: ['POST /api/launch-sessions'] };
const told = (where, text, secrets = [password, bearer]) => findTold({ secrets, texts: [{ where, text }] });

test('a secret is found as it is, in JSON, in an address and in HTML', () => {
  for (const text of [
    'press line "2" at dawn',
    '{"a":"press line \\"2\\" at dawn"}',
    '?a=press%20line%20%222%22%20at%20dawn',
    '<b>press line &quot;2&quot; at dawn</b>',
  ])
    assert.deepEqual(told('GET /api/x', text), ['GET /api/x tells a password']);
  assert.deepEqual(told('the log (x)', '{"authorization":"Bearer Zm9vYmFyYmF6cXV4MTIz"}'), [
    'the log (x) tells a bearer',
  ]);
});

test('the answer that hands a secret out may tell it, and no other', () => {
  assert.deepEqual(told('POST /api/launch-sessions', '{"token":"Zm9vYmFyYmF6cXV4MTIz"}'), []);
  assert.deepEqual(told('GET /api/section', '{"token":"Zm9vYmFyYmF6cXV4MTIz"}').length, 1);
});

test('what a route hands out may be told by it, also when somebody sends it under another name', () => {
  const asCookie = { value: bearer.value, kind: 'cookie', handedOutBy: [] };
  for (const secrets of [
    [bearer, asCookie],
    [asCookie, bearer],
  ]) {
    assert.deepEqual(told('POST /api/launch-sessions', bearer.value, secrets), []);
    assert.equal(told('GET /api/section', bearer.value, secrets).length, 1);
  }
});

test('a part of a longer text is another text', () => {
  assert.deepEqual(told('GET /api/x', 'xxZm9vYmFyYmF6cXV4MTIzxx'), []);
});

test('what is no secret is not looked for', () => {
  const dull = ['guess', 'x'.repeat(600), 'ada@people.example'].map((value) => ({ ...password, value }));
  assert.deepEqual(told('GET /api/x', `guess ${'x'.repeat(600)} ada@people.example`, dull), []);
});

test('a run is looked through by the files it left', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'journeybook-scan-'));
  await writeFile(path.join(folder, 'secrets-1.jsonl'), `${JSON.stringify(password)}\n`);
  await writeFile(path.join(folder, 'answers-2.jsonl'), `${JSON.stringify({ route: 'GET /a', text: 'all well' })}\n`);
  await writeFile(path.join(folder, 'log-3.log'), '{"msg":"request failed","q":"press line \\"2\\" at dawn"}\n');
  assert.deepEqual(await scanOverheard(folder), {
    told: ['the log (request failed) tells a password'],
    secrets: 1,
    answers: 1,
    lines: 1,
  });
  await rm(folder, { recursive: true });
});

test('forty thousand answers are looked through in a few seconds', () => {
  const row = (at) =>
    `{"id":"${at}-7d3e-4b1f-9c2a","name":"Ada Lopez of ${at}","note":"Ran line 3 of the mill","minutes":${at % 480}}`;
  const texts = Array.from({ length: 40_000 }, (_, at) => ({
    where: 'GET /api/x',
    text: Array.from({ length: 15 }, (_, more) => row(at + more)).join(','),
  }));
  const of = (at) => [`press line ${at} at dawn`, `Zm9vYmFyYmF6cXV4MTIz${at}`].map((value) => ({ ...password, value }));
  const secrets = Array.from({ length: 1_000 }, (_, at) => of(at)).flat();
  texts.at(-1).text += ' press line 999 at dawn';
  const began = performance.now();
  assert.deepEqual(findTold({ secrets, texts }), ['GET /api/x tells a password']);
  assert.ok(performance.now() - began < 10_000);
});

/** A server that knows what it was told and tells it on, in an answer and in its log. */
const talker = `
  import { createServer } from 'node:http';
  let told = '';
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    if (chunks.length > 0) {
      request.body = JSON.parse(Buffer.concat(chunks));
      request.route = { path: '/api/own-answers/:field' };
      told = request.body.values.join();
      return response.end(told);
    }
    console.log(JSON.stringify({ msg: 'asked', told }));
    response.setHeader('x-told', told).end('nothing to see');
  });
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

test('a server of another process is overheard, killed or not: a planted number and a planted answer are found', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'journeybook-chain-'));
  const script = path.join(folder, 'talker.mjs');
  const overheard = path.join(folder, 'overheard');
  await writeFile(script, talker);
  const preload = new URL('../../packages/database/src/testing/overhear.ts', import.meta.url).href;
  const env = { ...process.env, JOURNEYBOOK_TEST_OVERHEARD: overheard, NODE_OPTIONS: `--import=${preload}` };
  const server = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let log = '';
  server.stdout.setEncoding('utf8').on('data', (text) => (log += text));
  await once(server.stdout, 'data');
  const at = `http://127.0.0.1:${Number.parseInt(log, 10)}`;
  const give = (field, ...values) =>
    fetch(`${at}/api/own-answers/${field}`, { method: 'PUT', body: JSON.stringify({ values }) });

  for (const [field, value] of [
    ['ssn', '512-34-6789'],
    ['race', 'american-indian'],
    ['race', 'declined'],
  ]) {
    await (await give(field, value)).text();
    await (await fetch(`${at}/api/people?of=${field}`)).text();
  }
  await fetch(`${at}/lti/frame/assets/page.js`);
  const gone = once(server, 'close');
  server.kill('SIGKILL');
  await gone;
  await writeFile(path.join(overheard, 'log-product-1.log'), log);

  const { told, answers } = await scanOverheard(overheard);
  assert.deepEqual(told, [
    'GET /api/people tells a demographic answer',
    'GET /api/people tells a social security number',
    'the log (asked) tells a demographic answer',
    'the log (asked) tells a social security number',
  ]);
  assert.equal(answers, 6);
  await rm(folder, { recursive: true });
});
