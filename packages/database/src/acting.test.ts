import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Acting } from './acting.js';
import { acting, actAs } from './acting.js';

const request = (requestId: string): Acting => ({
  caller: { kind: 'nobody' },
  requestId,
  address: '127.0.0.1',
  action: 'GET /api/session',
});

test('knows on whose behalf work runs, each of two at the same time', async () => {
  const ask = (id: string, milliseconds: number) =>
    actAs(request(id), async () => {
      await pause(milliseconds);
      return acting()?.requestId;
    });
  expect(await Promise.all([ask('first', 5), ask('second', 1)])).toEqual(['first', 'second']);
});

test('is nobody’s outside of a request', () => {
  expect(acting()).toBeUndefined();
});
