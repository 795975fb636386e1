import { describe, expect, test } from 'vitest';
import { leavesUnprotected, refusePlainHttp } from './plain.js';

describe('an address of ours with http', () => {
  test.each([
    'http://journeybook.example',
    'http://10.0.0.7:4400',
    'http://[2001:db8::1]/',
    'http://localhost.example',
  ])('is refused when it leads elsewhere: %s', (address) =>
    expect(refusePlainHttp(address)).toMatch(/https address, or set ALLOW_PLAIN_HTTP=true$/),
  );
  test.each([
    'https://journeybook.example',
    'http://localhost:4400',
    'http://lti.localhost',
    'http://127.0.0.1:4401',
    'http://[::1]:4400',
    'not an address',
    undefined,
  ])('is nothing to refuse: %s', (address) => expect(refusePlainHttp(address)).toBeNull());
});

describe('the address of a database', () => {
  test.each(['postgres://u:p@db.example:5432/x', 'postgres://u:p@postgres/x', 'postgres://u:p@/x?host=db.example'])(
    'leaves this machine unprotected: %s',
    (address) => expect(leavesUnprotected(address)).toBe(true),
  );
  test.each([
    'postgres://u:p@localhost:5432/x',
    'postgres://u:p@127.0.0.1/x',
    'postgres://u:p@[::1]/x',
    'postgres://u:p@%2Fvar%2Frun/x',
    'postgres://u:p@/x?host=/var/run',
    'postgres://u:p@db.example/x?sslmode=verify-full',
    'postgres://u:p@db.example/x?sslmode=disable',
    'nothing',
  ])('stays here, or says how it is protected: %s', (address) => expect(leavesUnprotected(address)).toBe(false));
});
