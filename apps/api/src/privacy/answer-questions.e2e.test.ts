import { endpoints } from '@journeybook/contracts';
import { council } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { asOwner } from '../testing/as-owner.js';
import { give, ownAnswersOf, withdraw } from '../testing/privacy.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, people } from '../testing/world.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
});
afterAll(() => api.stop());

const newApprentice = async () => {
  const person = await addApprentice(api.database);
  return { person, call: await api.as(person) };
};
const rowsOf = (person: string) =>
  asOwner<{ field: string; sealed: Buffer }>(
    api.database,
    'select field, sealed from vault.answers where person_id = $1 order by field',
    [person],
  );

describe('an apprentice', () => {
  test('begins with nothing said, and is told who their sponsor is', async () => {
    const { call } = await newApprentice();
    const own = await ownAnswersOf(call);
    expect(new Set(Object.values(own.editions)).size).toBe(1);
    expect(own).toEqual({
      editions: own.editions,
      answers: {},
      ssn: null,
      bornOn: null,
      sponsors: [{ sponsor: { id: council, name: 'Northern Council' }, employs: false }],
      accesses: [],
      today: '2026-03-04',
    });
  });
  test('is told when the sponsor is the employer too', async () => {
    const person = await addApprentice(api.database, { employer: council });
    expect((await ownAnswersOf(await api.as(person))).sponsors).toMatchObject([{ employs: true }]);
  });
  test('answers, changes an answer and takes it away; nothing of what was said before is left', async () => {
    const { person, call } = await newApprentice();
    await give(call, 'race', 'white', 'asian');
    const answered = { form: 'ETA 671', answeredOn: '2026-03-04' };
    expect((await ownAnswersOf(call)).answers).toEqual({ race: { ...answered, values: ['asian', 'white'] } });
    expect((await give(call, 'race', 'declined')).answers).toEqual({ race: { ...answered, values: ['declined'] } });
    expect(await rowsOf(person.id)).toHaveLength(1);
    expect((await withdraw(call, 'race')).answers).toEqual({});
    expect(await rowsOf(person.id)).toEqual([]);
    expect((await withdraw(call, 'race')).answers).toEqual({});
  });
  test('sees the end of a number only, and the database nothing of it', async () => {
    const { person, call } = await newApprentice();
    await give(call, 'disability', 'yes');
    const own = await give(call, 'ssn', '512-34-6789');
    expect(own.ssn).toEqual({ masked: '***-**-6789', givenOn: '2026-03-04' });
    expect(JSON.stringify(own)).not.toMatch(/512-?34-?\d/);
    for (const { sealed } of await rowsOf(person.id)) expect(sealed.toString('latin1')).not.toMatch(/6789|yes|CC-305/);
  });
  test.each([
    ['422 no-such-answer', 'sex', ['other']],
    ['422 no-such-answer', 'race', ['asian', 'declined']],
    ['422 not-an-ssn', 'ssn', ['666-12-3456']],
    ['422 not-a-birth-date', 'birth-date', ['2026-02-30']],
    ['400 invalid-request', 'income', ['much']],
    ['400 invalid-request', 'sex', []],
  ] as const)('is refused with %s: %s %j', async (refusal, field, values) => {
    const { person, call } = await newApprentice();
    expect(await refusalOf(give(call, field as 'sex', ...values))).toBe(refusal);
    expect(await rowsOf(person.id)).toEqual([]);
  });
  test('keeps the date of birth, which they may put right', async () => {
    const { call } = await newApprentice();
    expect((await give(call, 'birth-date', '2001-02-03')).bornOn).toBe('2001-02-03');
    expect(await refusalOf(withdraw(call, 'birth-date'))).toBe('409 birth-date-needed');
  });
  test('sees nothing of another, and answers for nobody else', async () => {
    const [one, other] = [await newApprentice(), await newApprentice()];
    await give(one.call, 'sex', 'female');
    expect((await ownAnswersOf(other.call)).answers).toEqual({});
    await withdraw(other.call, 'sex');
    expect((await ownAnswersOf(one.call)).answers).toHaveProperty('sex');
  });
  test('whose row was put in the place of another sees that something is wrong, and not the answer', async () => {
    const [one, other] = [await newApprentice(), await newApprentice()];
    await give(one.call, 'disability', 'yes');
    await give(other.call, 'disability', 'no');
    await asOwner(
      api.database,
      `update vault.answers a set sealed = b.sealed from vault.answers b
       where a.person_id = $1 and b.person_id = $2 and a.field = b.field`,
      [other.person.id, one.person.id],
    );
    expect(await refusalOf(ownAnswersOf(other.call))).toBe('500 internal');
  });
});

describe('who may not answer, nor read answers', () => {
  test.each(['grace', 'foundryAdmin', 'councilAdmin', 'elsewhereAdmin'] as const)('%s', async (who) => {
    const call = await api.as(people[who]);
    expect(await refusalOf(ownAnswersOf(call))).toBe('403 not-allowed');
    expect(await refusalOf(give(call, 'sex', 'male'))).toBe('403 not-allowed');
    expect(await refusalOf(withdraw(call, 'sex'))).toBe('403 not-allowed');
  });
  test.each(['learner', 'instructor', 'assistant', 'visitor'] as const)('a launch of the %s', async (role) => {
    const { call } = await api.launched({ role, person: { subject: role, name: role, email: null, sisId: null } });
    expect(await refusalOf(ownAnswersOf(call))).toBe('403 not-allowed');
    expect(await refusalOf(give(call, 'sex', 'male'))).toBe('403 not-allowed');
    expect(await refusalOf(call(endpoints.readOwnData, {}))).toBe('403 not-allowed');
  });
  test('the LTI tool, and nobody', async () => {
    expect(await refusalOf(ownAnswersOf(api.machine))).toBe('403 not-allowed');
    expect(await refusalOf(ownAnswersOf(api.nobody))).toBe('401 not-signed-in');
  });
});

test('nothing that others read of an apprentice says what they answered', async () => {
  const { person, call } = await newApprentice();
  await give(call, 'disability', 'yes');
  await give(call, 'ssn', '512-34-6789');
  await give(call, 'birth-date', '2001-02-03');
  const params = { apprenticeship: person.apprenticeship };
  for (const who of [people.councilAdmin, people.foundryAdmin, people.grace]) {
    const reader = await api.as(who);
    const read = await Promise.all([
      reader(endpoints.readRecord, { params }),
      reader(endpoints.readAgreement, { params }),
      reader(endpoints.listApprenticeships, {}),
      reader(endpoints.readCompletion, { params }),
    ]);
    // Four digits alone stand in ids as well.
    expect(JSON.stringify(read), who.name).not.toMatch(/\*-6789|34-?6789|2001-02-03|disability|CC-305/i);
  }
});
