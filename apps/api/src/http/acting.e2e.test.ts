import { acting } from '@journeybook/database';
import { council } from '@journeybook/domain/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, people } from '../testing/world.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
});
afterAll(() => api.stop());

test('a route works on behalf of who called it, and is named without ids', async () => {
  const seen: ReturnType<typeof acting>[] = [];
  const endOne = vi
    .spyOn(Object.getPrototypeOf(api.database.read.sessions) as typeof api.database.read.sessions, 'endOne')
    .mockImplementation(() => {
      seen.push(acting());
      return Promise.resolve(true);
    });
  const headers = { cookie: await api.cookieOf(people.councilAdmin) };
  await fetch(`${api.url}/api/account/sessions/0199c0de-0000-7000-8000-00000000abcd`, { method: 'DELETE', headers });
  endOne.mockRestore();
  expect(seen).toEqual([
    {
      caller: {
        kind: 'person',
        person: people.councilAdmin.id,
        roles: [{ role: 'sponsor-admin', organization: council }],
      },
      requestId: expect.stringMatching(/^[\da-f-]{36}$/),
      address: expect.stringMatching(/127\.0\.0\.1$/),
      action: 'DELETE /api/account/sessions/:session',
      admittedBy: [],
      named: expect.any(Function),
    },
  ]);
});
