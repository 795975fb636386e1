import { expect, test } from 'vitest';
import { asRole } from './roles.js';

const optionsOf = (url: string) => new URL(url).searchParams.get('options');

test('connects under the role', () => {
  expect(optionsOf(asRole('postgres://u:p@h:5432/d', 'journeybook_api'))).toBe('-c role=journeybook_api');
});

test('keeps every other part of the address, its options too', () => {
  const url = 'postgres://us%40er:p%2Fw@h:5433/d?sslmode=require&options=-c%20statement_timeout%3D5000';
  const address = new URL(asRole(url, 'journeybook_lti'));
  expect(address.searchParams.get('options')).toBe('-c statement_timeout=5000 -c role=journeybook_lti');
  expect(address.searchParams.get('sslmode')).toBe('require');
  expect([address.username, address.password, address.host, address.pathname]).toEqual([
    'us%40er',
    'p%2Fw',
    'h:5433',
    '/d',
  ]);
});
