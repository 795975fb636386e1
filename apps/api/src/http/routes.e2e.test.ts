import { endpoints } from '@journeybook/contracts';
import { launchScopes, linkScopes, machineScopes, pickerScopes, roleScopes } from '@journeybook/domain';
import { Controller, Get, Post } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AppModule } from '../app.module.js';
import { machineToken } from '../testing/environment.js';
import { callerNames, credentialsOf } from '../testing/every-caller.js';
import { listRoutes } from '../testing/list-routes.js';
import { addHolders } from '../testing/portal-roles.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, people } from '../testing/world.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  await addHolders(api);
});
afterAll(() => api.stop());

describe('the routes of the API', () => {
  const served = () => listRoutes(api.app).filter((route) => route.line !== 'GET /health');

  test('are the operations of the contract, each served exactly once', () => {
    const contract = Object.values(endpoints).map(({ method, path }) => `${method} ${path}`);
    expect(
      served()
        .map((route) => route.line)
        .toSorted(),
    ).toEqual(contract.toSorted());
  });
  test('each say who may call them', () => {
    expect(listRoutes(api.app).filter((route) => route.admission === undefined)).toEqual([]);
  });
  test('admit by a scope that somebody holds', () => {
    const held = new Set<string>([
      ...[roleScopes, launchScopes].flatMap((roles) => Object.values(roles).flat()),
      ...machineScopes,
      ...pickerScopes,
      ...linkScopes,
      'public',
      'signed-in',
      'launched',
    ]);
    expect(served().filter((route) => !held.has(route.admission ?? ''))).toEqual([]);
  });
});

/** The kind of the problem an answer holds; empty when it holds none. */
async function kindOf(response: Response): Promise<string> {
  const text = await response.text();
  return text === '' ? '' : ((JSON.parse(text) as { kind?: string }).kind ?? '');
}

describe('a route that says nothing of who may call it', () => {
  @Controller()
  class ForgetfulController {
    @Get('/api/forgotten')
    read() {
      return 'secret';
    }
    @Post('/api/forgotten')
    write() {
      return 'done';
    }
  }
  test.each(['GET', 'POST'])('admits nobody (%s)', async (method) => {
    const module = Test.createTestingModule({
      imports: [AppModule.with(api.services)],
      controllers: [ForgetfulController],
    });
    const app = (await module.compile()).createNestApplication({ logger: false });
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    for (const caller of callerNames) {
      const headers = await credentialsOf(api, caller);
      const response = await fetch(`http://127.0.0.1:${port}/api/forgotten`, { method, headers });
      expect([response.status, await kindOf(response)]).toEqual([403, 'not-allowed']);
    }
    await app.close();
  });
});

describe('nobody may', () => {
  test('call anything with a bearer that nobody was given', async () => {
    for (const authorization of ['Bearer made-up', `Bearer ${machineToken.slice(0, -1)}`, `Bearer ${machineToken}x`]) {
      const response = await fetch(`${api.url}/api/section`, { headers: { authorization } });
      expect([response.status, await kindOf(response)]).toEqual([401, 'launch-ended']);
    }
  });
  test('use a bearer as a cookie, nor a cookie as a bearer', async () => {
    const token = (await api.launched()).token;
    const session = (await api.cookieOf(people.grace)).split('=')[1] ?? '';
    const asked = await Promise.all([
      fetch(`${api.url}/api/section`, { headers: { cookie: `journeybook_session=${token}` } }),
      fetch(`${api.url}/api/approvals`, { headers: { authorization: `Bearer ${session}` } }),
      fetch(`${api.url}/api/lms/launches`, {
        method: 'POST',
        headers: { cookie: `journeybook_session=${machineToken}` },
      }),
    ]);
    expect(asked.map((response) => response.status)).toEqual([401, 401, 401]);
  });
});
