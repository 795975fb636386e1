import assert from 'node:assert/strict';
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
