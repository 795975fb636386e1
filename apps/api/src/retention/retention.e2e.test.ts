import { endpoints } from '@journeybook/contracts';
import type { ApprenticeshipStatus } from '@journeybook/domain';
import { at, council, day, foundry } from '@journeybook/domain/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { codeAt } from '../access/authenticator-code.js';
import type { AddedApprentice } from '../testing/add-apprentice.js';
import { addApprentice } from '../testing/add-apprentice.js';
import { asOwner } from '../testing/as-owner.js';
import { becomes } from '../testing/change-agreement.js';
import { dayOf, line, log } from '../testing/hours.js';
import { browserOf } from '../testing/invite.js';
import { give } from '../testing/privacy.js';
import { chainOf } from '../testing/record.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import { addPasskey, afterPassword, giveCode, setUpAuthenticator } from '../testing/second-factor.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, buildWorld, people } from '../testing/world.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
});
afterAll(() => api.stop());

const sixYears = at('2032-03-05T16:00:00Z');
const then = at('2026-03-04T16:00:00Z');
beforeEach(() => api.clock.set(then));

/** Somebody with hours, answers and an agreement that is over since 4 March 2026. */
async function former(status: ApprenticeshipStatus = 'completed'): Promise<AddedApprentice> {
  const person = await addApprentice(api.database);
  const call = await api.as(person);
  const hours = dayOf([line({ minutes: 60, note: 'press 2 with Wanda' })], { workedOn: day('2026-03-02') });
  const logged = await log(call, person.apprenticeship, hours);
  await (await api.as(people.grace))(endpoints.approveHours, { body: { entries: logged } });
  await give(call, 'disability', 'yes');
  await give(call, 'ssn', '512-34-6789');
  await becomes(api.database, person.apprenticeship, status);
  return person;
}
/** The sponsor's administrator, signed in at the time of the clock. */
const sponsor = () => {
  api.forget(people.councilAdmin);
  return api.as(people.councilAdmin);
};
const act = async (
  name: 'placeHold' | 'liftHold' | 'eraseAgreement',
  { apprenticeship }: { apprenticeship: string },
  { reason = 'The years are over', by = sponsor() }: { reason?: string; by?: ReturnType<typeof sponsor> } = {},
) => (await by)(endpoints[name], { params: { apprenticeship }, body: { reason } });
const lineOf = async ({ apprenticeship }: AddedApprentice) =>
  (await (await sponsor())(endpoints.listRetention, {})).agreements.find(
    (one) => one.apprenticeship === apprenticeship,
  );

describe('what is kept', () => {
  test('is listed until five years after the end, and is due from the day after', async () => {
    const person = await former();
    expect(await lineOf(person)).toMatchObject({ state: 'kept', keptUntil: '2031-03-04', status: 'completed' });
    api.clock.set(sixYears);
    expect(await lineOf(person)).toMatchObject({ state: 'due', apprentice: { name: person.name }, hold: null });
  });
  test('is not erased before', async () => {
    const person = await former();
    expect(await problemOf(act('eraseAgreement', person))).toMatchObject({
      status: 409,
      kind: 'still-kept',
      detail: 'This has to be kept until 2031-03-04. Nothing was erased.',
    });
  });
  test('is not erased while the agreement runs, however long that is', async () => {
    const person = await addApprentice(api.database);
    api.clock.set(sixYears);
    expect(await lineOf(person)).toMatchObject({ state: 'open', keptUntil: null });
    expect(await refusalOf(act('eraseAgreement', person))).toBe('409 agreement-not-over');
  });
});

describe('a legal hold', () => {
  test('keeps everything until it is lifted, each with a reason', async () => {
    const person = await former('cancelled');
    api.clock.set(sixYears);
    expect(await refusalOf(act('placeHold', person, { reason: ' ' }))).toBe('422 reason-missing');
    await act('placeHold', person, { reason: 'Complaint of 3 March' });
    expect(await lineOf(person)).toMatchObject({
      state: 'held',
      hold: { reason: 'Complaint of 3 March', by: { name: 'Cora Council' } },
    });
    expect(await refusalOf(act('placeHold', person))).toBe('409 already-held');
    expect(await refusalOf(act('eraseAgreement', person))).toBe('409 on-legal-hold');
    await act('liftHold', person, { reason: 'Settled' });
    expect(await refusalOf(act('liftHold', person))).toBe('409 not-held');
    expect(await lineOf(person)).toMatchObject({ state: 'due', hold: null });
    const [kept] = await asOwner(api.database, 'select reason, lifted_reason from legal_holds where person_id = $1', [
      person.id,
    ]);
    expect(kept).toEqual({ reason: 'Complaint of 3 March', lifted_reason: 'Settled' });
  });
});

describe('erasing what is due', () => {
  test('leaves the record as it was, and nothing that says who it was about', async () => {
    const person = await former();
    const before = await chainOf(api.database, person.apprenticeship);
    api.clock.set(sixYears);
    await act('eraseAgreement', person);

    expect(await chainOf(api.database, person.apprenticeship)).toEqual(before);
    expect(await lineOf(person)).toMatchObject({
      state: 'erased',
      apprentice: { name: `Apprentice ${person.id.replaceAll('-', '').slice(-8)}` },
    });
    const left = await asOwner<{ left: string }>(
      api.database,
      `select (select count(*) from vault.answers where person_id = $1)::int as answers,
         (select row(name, email, password_hash, student_number)::text from people where id = $1) as person,
         (select count(*) from sessions where person_id = $1)::int as sessions,
         (select string_agg(note, '') from hours_entries where apprenticeship_id = $2) as notes`,
      [person.id, person.apprenticeship],
    );
    expect(left).toEqual([
      { answers: 0, sessions: 0, notes: '', person: expect.stringMatching(/^\("?Apprentice \w{8}"?,,,\)$/) },
    ]);
    expect(await refusalOf(act('eraseAgreement', person))).toBe('409 already-erased');
    expect(await refusalOf(act('placeHold', person))).toBe('409 already-erased');
  });
  test('leaves nothing that the person signed in with, and nothing that opens the account', async () => {
    const person = await former();
    const { call, secret } = await setUpAuthenticator(api, person);
    const { passkey } = await addPasskey(call);
    await call(endpoints.startAuthenticator, {});
    const pending = await afterPassword(api, person);
    expect(await refusalOf(giveCode(pending, '12345'))).toBe('403 wrong-code');
    await asOwner(
      api.database,
      `insert into provider_links (id, organization_id, issuer, subject, person_id, confirmed, linked_at, last_used_at)
       values (gen_random_uuid(), $2, 'https://login.example', 'ada-1', $1, true, now(), now())`,
      [person.id, foundry],
    );
    const tables = await asOwner<{ name: string }>(
      api.database,
      `select c.table_name as name from information_schema.columns c
       where c.table_schema = 'public' and c.column_name = 'person_id' and c.table_name in ('sessions', 'pending_sign_ins',
         'known_devices', 'provider_links', 'authenticators', 'authenticator_setups', 'recovery_codes', 'passkeys', 'code_tries')`,
    );
    const left = async () => {
      const counts: string[] = [];
      for (const { name } of tables) {
        const rows = await asOwner(api.database, `select from ${name} where person_id = $1`, [person.id]);
        if (rows.length > 0) counts.push(name);
      }
      return counts;
    };
    expect(await left()).toHaveLength(9);
    api.clock.set(sixYears);
    await act('eraseAgreement', person);
    expect(await left()).toEqual([]);
    const browser = browserOf(api);
    const proof = passkey.prove(await browser(endpoints.askPasskeyToSignIn, {}));
    expect(await refusalOf(browser(endpoints.signInWithPasskey, { body: { passkey: proof } }))).toBe(
      '403 passkey-refused',
    );
    expect(await refusalOf(giveCode(pending, codeAt(secret, api.clock.now())))).toBe('410 sign-in-over');
  });
  test('leaves the person while they have another role here', async () => {
    const person = await former();
    await addMembership(api.database, person, foundry, 'mentor');
    api.clock.set(sixYears);
    await act('eraseAgreement', person);
    expect(await lineOf(person)).toMatchObject({ state: 'erased', apprentice: { name: person.name } });
  });
  test('needs a reason, which is kept with who did it', async () => {
    const person = await former('transferred');
    api.clock.set(sixYears);
    expect(await refusalOf(act('eraseAgreement', person, { reason: '' }))).toBe('422 reason-missing');
    await act('eraseAgreement', person, { reason: 'Five years are over' });
    expect(
      await asOwner(
        api.database,
        'select reason, erased_by as by, person_erased as person from erasures where apprenticeship_id = $1',
        [person.apprenticeship],
      ),
    ).toEqual([{ reason: 'Five years are over', by: people.councilAdmin.id, person: true }]);
  });
});

describe('who may neither hold nor erase', () => {
  test.each([
    ['the employer', people.foundryAdmin, '403 not-allowed'],
    ['the mentor', people.grace, '403 not-allowed'],
    ['another apprentice', people.bela, '403 not-allowed'],
    ['another sponsor', people.elsewhereAdmin, 'not-their-program'],
  ] as const)('%s', async (_, who, refusal) => {
    const person = await former();
    api.clock.set(sixYears);
    api.forget(who);
    for (const name of ['placeHold', 'liftHold', 'eraseAgreement'] as const)
      expect(await refusalOf(act(name, person, { by: api.as(who) }))).toContain(refusal);
    api.forget(who);
  });
  test('the apprentice, who runs the sponsor meanwhile; they do not even find themself in the list', async () => {
    const person = await former();
    await addMembership(api.database, person, council, 'sponsor-admin');
    api.clock.set(sixYears);
    api.forget(person);
    const call = await api.as(person);
    expect(await refusalOf(act('eraseAgreement', person, { by: Promise.resolve(call) }))).toContain(
      'not-their-program',
    );
    const { agreements } = await call(endpoints.listRetention, {});
    expect(agreements.map(({ apprenticeship }) => apprenticeship)).not.toContain(person.apprenticeship);
  });
  test('the API itself, but for what is written down: it may change no hold away and no erasure', async () => {
    const failing = (sql: string) =>
      api.services.database.read.runSql(sql, []).then(
        () => 'nothing',
        (error: { code?: string }) => error.code,
      );
    expect(await failing('delete from legal_holds')).toBe('42501');
    expect(await failing('delete from erasures')).toBe('42501');
    expect(await failing(`update erasures set reason = 'x'`)).toBe('42501');
    expect(await failing('select from vault.answers')).toBe('42501');
  });
});
