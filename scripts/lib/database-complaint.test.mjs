import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectionComplaint, versionComplaint } from './database-complaint.mjs';

const url = 'postgres://ada:s3cret@db.example.org:5433/journeybook';
const cases = [
  [
    'nothing listens',
    { code: 'ECONNREFUSED', message: 'connect' },
    /^No PostgreSQL answers at db\.example\.org:5433 \(nothing listens there\): start it/,
  ],
  ['the host is unknown', { code: 'ENOTFOUND', message: 'x' }, /no such host/],
  ['the password is wrong', { code: '28P01', message: 'x' }, /does not let the user "ada" of DATABASE_URL in: correct/],
  [
    'the database is missing',
    { code: '3D000', message: 'x' },
    /has no database "journeybook": create it \(createdb journeybook\)/,
  ],
  ['there is only a text', { message: 'timeout expired\nat s3cret' }, /timeout expired\)/],
];

for (const [when, error, expected] of cases) {
  test(`one line without the password says what to do when ${when}`, () => {
    const line = connectionComplaint(url, error);
    assert.match(line, expected);
    assert.doesNotMatch(line, /s3cret|\n/);
  });
}

test('an address that is none is shown how to write one', () => {
  assert.match(
    connectionComplaint('journeybook', { message: 'Invalid URL' }),
    /write it as postgres:\/\/user:password@host/,
  );
});

test('a server older than 15 is refused', () => {
  assert.match(versionComplaint(url, 140_013), /is version 14, and Journeybook needs 15 or newer/);
  assert.equal(versionComplaint(url, 150_000), undefined);
});
