import { endpoints } from '@journeybook/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Credentials } from '../testing/every-caller.js';
import { callerNames, credentialsOf } from '../testing/every-caller.js';
import { addHolders } from '../testing/portal-roles.js';
import { listRoutes } from '../testing/list-routes.js';
import { sampleBody } from '../testing/sample-body.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld } from '../testing/world.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  await addHolders(api);
});
afterAll(() => api.stop());

const edits = Object.values(endpoints).filter((one) => one.edits);
const lines = edits.map(({ method, path }) => `${method} ${path}`);

async function edit(line: string, headers: Credentials) {
  const [method = '', path = ''] = line.split(' ');
  const body = edits[lines.indexOf(line)]?.body;
  const response = await fetch(`${api.url}${path.replace(/:\w+/g, '0b6ac3a6-7f0e-4c55-9e3b-0f5f3f1f7a11')}`, {
    method,
    headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(sampleBody(body)) } : {}),
  });
  return { status: response.status, problem: JSON.parse((await response.text()) || '{}') as Record<string, unknown> };
}

/** Whoever may try the edit, by the scope that its route asks for. */
async function whoMay(line: string): Promise<Credentials> {
  for (const caller of callerNames) {
    const headers = await credentialsOf(api, caller);
    if (![401, 403].includes((await edit(line, headers)).status)) return headers;
  }
  throw new Error(`nobody may ${line}`);
}

describe('an edit', () => {
  test('is known to the contract as one wherever a route asks what was shown', () => {
    expect(lines.length).toBeGreaterThan(10);
    expect(listRoutes(api.app).map(({ line }) => line)).toEqual(expect.arrayContaining(lines));
  });
  test.each(lines)('%s says by If-Match what was shown, in one strong tag', async (line) => {
    const headers = await whoMay(line);
    const missing = await edit(line, headers);
    expect([missing.status, missing.problem['kind']]).toEqual([428, 'if-match-missing']);
    expect(missing.problem['detail']).toContain('the edition or version that stands beside it');
    for (const tag of ['', '*', '""', '3', 'W/"3"', '"3", "4"', '"3" "4"', '"a"b"', `"${'x'.repeat(101)}"`]) {
      const { status, problem } = await edit(line, { ...headers, 'if-match': tag });
      expect([tag, status, problem['kind']]).toEqual([tag, 400, 'invalid-request']);
      expect(problem['errors']).toMatchObject([{ field: 'If-Match' }]);
    }
  });
  test.each(lines)('%s is refused to nobody in particular before anything else', async (line) => {
    expect((await edit(line, {})).status).toBe(401);
  });
});

test('what is no edit asks for no tag, and is not answered as one', async () => {
  const headers = { ...(await credentialsOf(api, 'mentor')), 'if-match': '*' };
  const response = await fetch(`${api.url}/api/approvals`, { headers });
  expect(response.status).toBe(200);
});

test('a page in a learning platform’s frame may send the tag', async () => {
  const response = await fetch(`${api.url}/api/section/mapping`, {
    method: 'OPTIONS',
    headers: {
      origin: new URL(api.services.config.LTI_PUBLIC_URL).origin,
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'authorization,content-type,if-match',
    },
  });
  expect(response.headers.get('access-control-allow-headers')).toContain('if-match');
});
