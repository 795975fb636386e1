import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { asOwner } from '../testing/as-owner.js';
import { vaultKey } from '../testing/environment.js';
import { give, ownAnswersOf } from '../testing/privacy.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld } from '../testing/world.js';
import { AnswerVault } from './answer-vault.js';
import { moveBirthDates } from './move-birth-dates.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
});
afterAll(() => api.stop());

test('birth dates of before move into the vault once, and put none right that is there', async () => {
  const [old, own] = [await addApprentice(api.database), await addApprentice(api.database)];
  await give(await api.as(own), 'birth-date', '2002-02-02');
  for (const { apprenticeship } of [old, own])
    await asOwner(
      api.database,
      `insert into agreement_signatures (apprenticeship_id, sponsor_id, born_on, minor, signed_by_apprentice_on)
       select id, sponsor_id, '2001-01-01', false, began_on from apprenticeships where id = $1`,
      [apprenticeship],
    );
  const { vault, clock } = api.services;
  expect(await moveBirthDates(api.database, { vault, clock })).toBe(2);
  expect(await moveBirthDates(api.database, { vault, clock })).toBe(0);
  expect((await ownAnswersOf(await api.as(old))).bornOn).toBe('2001-01-01');
  expect((await ownAnswersOf(await api.as(own))).bornOn).toBe('2002-02-02');
  expect(await asOwner(api.database, 'select from agreement_signatures where born_on is not null')).toEqual([]);
});

test('a vault opens only with the keys that it needs, and everything moves to the newest', async () => {
  const person = await addApprentice(api.database);
  const call = await api.as(person);
  await give(call, 'sex', 'female');
  const newest = randomBytes(32).toString('base64');
  await expect(AnswerVault.open(api.databaseUrl, newest)).rejects.toThrow(/^VAULT_KEY has not the keys [0-9a-f]{16}/);

  const both = await AnswerVault.open(api.databaseUrl, `${newest},${vaultKey}`);
  expect(await both.moveToNewestKey()).toBeGreaterThan(0);
  expect(await both.moveToNewestKey()).toBe(0);
  await both.close();
  const alone = await AnswerVault.open(api.databaseUrl, newest);
  expect((await alone.readOwn(person.id)).get('sex')?.values).toEqual(['female']);
  await alone.close();
});
