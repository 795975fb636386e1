import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { quietLog } from './quiet-log.js';

/** What is written when this is logged. */
function written(logged: object): string {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk));
      done();
    },
  });
  pino(quietLog, stream).error(logged);
  return lines.join('');
}

test('a login is logged without who signs in, and without headers', () => {
  const req = {
    method: 'GET',
    url: '/lti/login?login_hint=ada@people.example&lti_message_hint=secret',
    headers: { cookie: 'state=secret', authorization: 'Bearer secret' },
  };
  const text = written({ req });
  expect(text).toContain('"path":"/lti/login"');
  expect(text).not.toMatch(/ada|secret|cookie/);
});

test('a fault of the database is logged without the row', () => {
  class QueryFailedError extends Error {
    readonly code = '23505';
    readonly detail = 'Key (email)=(ada@people.example) already exists.';
    readonly parameters = ['ada@people.example'];
  }
  const text = written({ err: new QueryFailedError('duplicate: ada@people.example') });
  expect(text).toContain('"code":"23505"');
  expect(text).not.toContain('ada@');
});
