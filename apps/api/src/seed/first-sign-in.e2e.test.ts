import { endpoints } from '@journeybook/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asOwner } from '../testing/as-owner.js';
import { browserOf, goodPassword } from '../testing/invite.js';
import { refusalOf } from '../testing/refusal-of.js';
import { smallProgram } from '../testing/small-program.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld } from '../testing/world.js';
import { firstAdministrator, firstSignIn } from './first-sign-in.js';
import { loadFirstSponsor } from './load-demo.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await api.database.transaction((tables) =>
    loadFirstSponsor(tables, smallProgram(), {
      email: firstAdministrator,
      today: api.clock.today(),
      at: api.clock.now(),
    }),
  );
});
afterAll(() => api.stop());

/** What is printed where the installation is started. */
const start = () =>
  api.database.transaction((tables) =>
    firstSignIn(tables, { clock: api.clock, publicUrl: 'https://journeybook.example' }),
  );
const tokenIn = (line: string | null) =>
  /https:\/\/journeybook\.example\/reset#([\w-]{43}) within/.exec(line ?? '')?.[1] ?? '';
const choose = (token: string, password = goodPassword) =>
  browserOf(api)(endpoints.resetPassword, { body: { token, password } });

describe('the first administrator', () => {
  test('has no password that anybody made for them, and cannot be asked for a letter that nobody reads', async () => {
    const line = await start();
    expect(line).toContain(`then sign in as ${firstAdministrator}.`);
    const kept = await asOwner<{ hash: string | null }>(
      api.database,
      `select password_hash as hash from people where email = '${firstAdministrator}'`,
    );
    expect(kept).toEqual([{ hash: null }]);
  });
  test('is given another link at each start, and the one before opens nothing', async () => {
    const [before, now] = [tokenIn(await start()), tokenIn(await start())];
    expect(before).not.toBe(now);
    expect(await refusalOf(choose(before))).toBe('410 link-over');
    api.clock.pass(14 * 24 * 60);
    expect(await refusalOf(choose(now))).toBe('410 link-over');
  });
  test('chooses a good password by it, once, and runs the sponsor then', async () => {
    const token = tokenIn(await start());
    expect(await refusalOf(choose(token, 'admin.journeybook'))).toBe('422 password-personal');
    await choose(token);
    expect(await refusalOf(choose(token))).toBe('410 link-over');
    const call = browserOf(api);
    const session = await call(endpoints.signIn, { body: { email: firstAdministrator, password: goodPassword } });
    expect(session.roles).toMatchObject([{ role: 'sponsor-admin', organization: { name: 'Our program' } }]);
  });
  test('is given no link after that', async () => {
    expect(await start()).toBeNull();
  });
});

test('an installation that began otherwise has no first administrator', async () => {
  const other = await startApi();
  await buildWorld(other.database);
  const said = await other.database.transaction((tables) =>
    firstSignIn(tables, { clock: other.clock, publicUrl: 'https://journeybook.example' }),
  );
  expect(said).toBeNull();
  await other.stop();
});
