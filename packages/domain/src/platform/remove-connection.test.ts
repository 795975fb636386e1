import { expect, test } from 'vitest';
import { accepted, refusalOf } from '../testing/accepted.js';
import { removeConnection } from './remove-connection.js';

test('a connection goes only when nobody opened a course from it', () => {
  expect(accepted(removeConnection(false))).toBe('removed');
  expect(refusalOf(removeConnection(true))).toBe('connection-opened');
});
