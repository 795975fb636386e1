import assert from 'node:assert/strict';
import { test } from 'node:test';
import { announcement } from './announce.mjs';

const urls = { api: 'http://localhost:4400', lti: 'http://127.0.0.1:4401', lms: 'http://localhost:4402' };

test('the addresses and sign-ins stand in columns', () => {
  const signIns = [
    { name: 'Ada Li', role: 'apprentice', email: 'ada@example.org', password: 'one', note: 'half way' },
    { name: 'Grace Okafor', role: 'mentor', email: 'grace@example.org', password: 'three' },
  ];
  const text = announcement({ demo: true, urls }, { signIns }, '/data');
  assert.match(text, /\n {2}Portal {18}http:\/\/localhost:4400\n/);
  assert.match(text, /\n {2}Ada Li {8}apprentice {2}ada@example\.org {4}one {4}half way\n/);
  assert.match(text, /\n {2}Grace Okafor {2}mentor {6}grace@example\.org {2}three\n/);
});

test('without the demo world no learning platform and no sign-ins are named', () => {
  assert.doesNotMatch(announcement({ demo: false, urls }, { signIns: [] }, '/data'), /4402|Sign in/);
});

test('an empty installation says how its first administrator comes in', () => {
  const firstSignIn = 'First sign-in: choose a password at http://localhost:4400/reset#token';
  const text = announcement({ demo: false, urls }, { signIns: [], firstSignIn }, '/data');
  assert.ok(text.includes(`\n\n${firstSignIn}\n`));
});
