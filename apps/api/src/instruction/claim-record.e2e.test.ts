import { createHash } from 'node:crypto';
import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { ApprenticeshipId } from '@journeybook/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { becomes } from '../testing/change-agreement.js';
import { member, registration } from '../testing/launch.js';
import { refusalOf } from '../testing/refusal-of.js';
import { matchedSection, matchShown, openSection, reportRoster, unmatchShown } from '../testing/section.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, outsideCollege, people } from '../testing/world.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
});
afterAll(() => api.stop());

const give = async (call: Client, apprenticeship: ApprenticeshipId) =>
  call(endpoints.giveClaimCode, { params: { apprenticeship } });
const claim = (call: Client, code: string) => call(endpoints.claimRecord, { body: { code } });
const own = async (call: Client) => {
  const answer = await call(endpoints.ownLaunchRecord, {});
  return answer.state === 'matched' ? answer.record.apprenticeship : answer.state;
};

describe('a claim code', () => {
  test('is given by the sponsor, and lets a learner of whom nothing is known claim their record', async () => {
    const person = await addApprentice(api.database);
    const { code, expiresAt } = await give(await api.as(people.councilAdmin), person.apprenticeship);
    expect(code).toMatch(/^[A-HJKMNP-Z2-9]{8}$/);
    expect(expiresAt).toBe(api.clock.in(14 * 24 * 60));
    const opened = await openSection(api, ['anonymous']);
    const page = await opened.page('learner', 'anonymous');
    await claim(page, ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `);
    expect(await own(page)).toBe(person.apprenticeship);
    expect((await opened.call(endpoints.readSection, {})).learners).toMatchObject([
      { match: { state: 'matched', apprentice: { name: person.name }, by: person.name } },
    ]);
  });
  test('stands in no table', async () => {
    const { code } = await give(await api.as(people.councilAdmin), (await addApprentice(api.database)).apprenticeship);
    const kept = await api.database.read.runSql('select encode(code_hash, $1) as hash from claim_codes', ['escape']);
    expect(JSON.stringify(kept)).not.toContain(code);
  });
  test('is found by nobody who reads the table and tries every code, though one of before there was a key still opens', async () => {
    const person = await addApprentice(api.database);
    const { code } = await give(await api.as(people.councilAdmin), person.apprenticeship);
    const plain = createHash('sha256').update(`claim ${code}`).digest('hex');
    const rows = async () =>
      (await api.database.read.runSql(`select encode(code_hash, 'hex') as hash from claim_codes`)) as {
        hash: string;
      }[];
    expect((await rows()).map(({ hash }) => hash)).not.toContain(plain);

    await api.database.read.runSql(
      `update claim_codes set code_hash = decode($1, 'hex') where apprenticeship_id = $2`,
      [plain, person.apprenticeship],
    );
    const page = await (await openSection(api, ['before'])).page('learner', 'before');
    await claim(page, code);
    expect(await own(page)).toBe(person.apprenticeship);
  });
  test('is used once, also by two at once', async () => {
    const person = await addApprentice(api.database);
    const { code } = await give(await api.as(people.councilAdmin), person.apprenticeship);
    const opened = await openSection(api, ['a', 'b']);
    const pages = [await opened.page('learner', 'a'), await opened.page('learner', 'b')];
    const outcomes = await Promise.allSettled(pages.map((page) => claim(page, code)));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await Promise.all(pages.map(own))).toSorted()).toEqual([person.apprenticeship, 'not-matched'].toSorted());
  });
  test('ends when another is given, and after 14 days', async () => {
    const person = await addApprentice(api.database);
    const sponsor = await api.as(people.councilAdmin);
    const first = await give(sponsor, person.apprenticeship);
    const second = await give(sponsor, person.apprenticeship);
    const page = await (await openSection(api, ['one'])).page('learner', 'one');
    expect(await refusalOf(claim(page, first.code))).toBe('422 claim-code-wrong');
    api.clock.pass(14 * 24 * 60 + 1);
    api.forget(people.councilAdmin);
    const later = await (await openSection(api, ['late'])).page('learner', 'late');
    expect(await refusalOf(claim(later, second.code))).toBe('422 claim-code-wrong');
  });
  test('cannot be guessed: ten tries an hour, then not even the right one', async () => {
    const { code } = await give(await api.as(people.councilAdmin), (await addApprentice(api.database)).apprenticeship);
    const page = await (await openSection(api, ['guesser'])).page('learner', 'guesser');
    for (let tries = 0; tries < 10; tries += 1)
      expect(await refusalOf(claim(page, 'AAAAAAAA'))).toBe('422 claim-code-wrong');
    expect(await refusalOf(claim(page, code))).toBe('429 claim-tries-used-up');
    expect(await own(page)).toBe('not-matched');
  });
  test('is nothing to a learner who is matched already', async () => {
    const [one, two] = [await addApprentice(api.database), await addApprentice(api.database)];
    const { code } = await give(await api.as(people.councilAdmin), two.apprenticeship);
    const page = await (await matchedSection(api, { one: one.apprenticeship })).page('learner', 'one');
    expect(await refusalOf(claim(page, code))).toBe('409 already-matched');
    expect(await own(page)).toBe(one.apprenticeship);
  });
  test('of a sponsor that does not work with the college opens nothing there', async () => {
    const { code } = await give(await api.as(people.councilAdmin), (await addApprentice(api.database)).apprenticeship);
    const page = await (await openSection(api, ['x'], { collegeId: outsideCollege })).page('learner', 'x');
    expect(await refusalOf(claim(page, code))).toBe('422 claim-code-wrong');
  });
  test.each([
    ['draft', '409 not-in-training'],
    ['completed', '409 record-closed'],
    ['cancelled', '409 record-closed'],
  ] as const)('is neither given nor taken for an agreement that is %s', async (status, refusal) => {
    const person = await addApprentice(api.database);
    const sponsor = await api.as(people.councilAdmin);
    const { code } = await give(sponsor, person.apprenticeship);
    await becomes(api.database, person.apprenticeship, status);
    expect(await refusalOf(give(sponsor, person.apprenticeship))).toBe(refusal);
    const page = await (await openSection(api, [status])).page('learner', status);
    expect(await refusalOf(claim(page, code))).toBe('422 claim-code-wrong');
    expect(await own(page)).toBe('not-matched');
  });
  test('is given by nobody but the sponsor and the employer of that apprentice', async () => {
    const { apprenticeship } = await addApprentice(api.database);
    expect((await give(await api.as(people.foundryAdmin), apprenticeship)).code).toHaveLength(8);
    expect(await refusalOf(give(await api.as(people.grace), apprenticeship))).toBe('403 not-allowed');
    for (const somebody of [people.millAdmin, people.elsewhereAdmin])
      expect(await refusalOf(give(await api.as(somebody), apprenticeship))).toBe('404 not-their-record');
    expect(await refusalOf(give(await api.as(people.councilAdmin), newId<ApprenticeshipId>()))).toBe(
      '404 not-their-record',
    );
  });
});

describe('a suggestion', () => {
  test('that was answered with no is not made again, to nobody, until somebody says yes', async () => {
    const person = await addApprentice(api.database);
    const opened = await openSection(api, []);
    const body = {
      contextId: opened.contextId,
      registrationId: registration,
      readAt: api.clock.now(),
      members: [member('u', { name: person.name })],
    };
    await api.machine(endpoints.reportRoster, { body });
    const shown = async (call = opened.call) => (await call(endpoints.readSection, {})).learners[0];
    const learner = await shown();
    expect(learner?.match).toMatchObject({ state: 'suggested', otherAccount: false });
    const params = { identity: learner?.identity ?? '' };
    const answer = { params, body: { apprenticeship: person.apprenticeship } };
    await opened.call(endpoints.declineSuggestion, answer);
    await opened.call(endpoints.declineSuggestion, answer);
    const colleague = await opened.page('instructor', 'colleague');
    expect((await shown(colleague))?.match.state).toBe('none');
    await matchShown(colleague, answer);
    await unmatchShown(colleague, { params });
    expect((await shown())?.match.state).toBe('none');
  });
  test('of a known person under a new account is made by student number or e-mail, and confirmed by a person', async () => {
    const person = await addApprentice(api.database);
    const opened = await openSection(api, []);
    const roster = (members: ReturnType<typeof member>[]) =>
      api.machine(endpoints.reportRoster, {
        body: { contextId: opened.contextId, registrationId: registration, readAt: api.clock.now(), members },
      });
    const learners = async () => (await opened.call(endpoints.readSection, {})).learners;
    await roster([member('old', { sisId: 'X-77', name: 'Somebody' })]);
    const [old] = await learners();
    const match = (identity: string) =>
      matchShown(opened.call, {
        params: { identity },
        body: { apprenticeship: person.apprenticeship },
      });
    await match(old?.identity ?? '');
    await roster([member('new', { sisId: 'x-77' }), member('namesake', { name: person.name })]);
    const shown = new Map((await learners()).map((one) => [one.name ?? 'new', one]));
    expect(shown.get('new')?.match).toMatchObject({
      state: 'suggested',
      reason: 'same-student-id',
      otherAccount: true,
      apprentice: { name: person.name },
    });
    expect(shown.get(person.name)?.match.state).toBe('none');
    await match(shown.get('new')?.identity ?? '');
    expect((await learners()).find((one) => one.name === null)?.match).toMatchObject({ state: 'matched' });
  });
  test('is none where the platform tells no names at all, and the roster works all the same', async () => {
    const opened = await openSection(api, []);
    const body = {
      contextId: opened.contextId,
      registrationId: registration,
      readAt: api.clock.now(),
      members: [member('n1'), member('n2')],
    };
    await api.machine(endpoints.reportRoster, { body });
    const { learners } = await opened.call(endpoints.readSection, {});
    expect(learners).toMatchObject([{ match: { state: 'none' } }, { match: { state: 'none' } }]);
  });
  test('cannot be declined for somebody who is not in the section', async () => {
    const person = await addApprentice(api.database);
    const opened = await openSection(api, ['one']);
    await reportRoster(api, opened.contextId, []);
    const answer = { params: { identity: opened.identityOf('one') }, body: { apprenticeship: person.apprenticeship } };
    expect(await refusalOf(opened.call(endpoints.declineSuggestion, answer))).toBe('404 not-a-learner-here');
  });
});
