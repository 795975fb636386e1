import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { StandardId } from '@journeybook/domain';
import { hours } from '@journeybook/domain';
import { courseCode, standardId, terms, wageSchedule } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { imtContents, publishVersion, writeDraft } from '../testing/program.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let sponsor: Client;
let older: StandardId;
let newer: StandardId;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  sponsor = await api.as(people.councilAdmin);
  older = (await publishVersion(sponsor, imtContents({ version: 'older' }))).id;
  const { courses, competencies, workProcesses } = imtContents();
  const wages = wageSchedule({
    steps: wageSchedule().steps.map((one) => (one.step === 2 ? { ...one, title: 'Later', percent: 70 } : one)),
  });
  newer = (
    await writeDraft(
      sponsor,
      imtContents({
        version: 'newer',
        termMonths: 20,
        workProcesses: workProcesses.map((one) => (one.code === 'WP02' ? { ...one, maximumMinutes: hours(600) } : one)),
        courses: courses.map((one) =>
          one.code === 'RTI02' ? { ...one, code: courseCode('RTI99'), title: 'New' } : one,
        ),
        competencies: competencies.slice(1),
        completionCredentials: [{ code: 'CPR', name: 'First aid' }],
        terms: terms({ wages }),
      }),
    )
  ).id;
});
afterAll(() => api.stop());

const compare = (call: Client, standard: StandardId, other: StandardId) =>
  call(endpoints.compareStandards, { params: { standard }, query: { with: other } });

describe('comparing', () => {
  test('a version with a draft tells every difference with the title of its item', async () => {
    const { from, to, differences } = await compare(sponsor, older, newer);
    expect([from, to]).toEqual(['older', 'newer']);
    expect(differences.map(({ subject, code, change, title }) => [subject, code, change, title])).toEqual([
      ['terms', 'termMonths', 'changed', ''],
      ['work-process', 'WP02', 'changed', 'Operate production equipment'],
      ['competency', 'WP01.01', 'removed', 'Start up and shut down production equipment in the prescribed sequence'],
      ['course', 'RTI02', 'removed', 'Manufacturing 101'],
      ['course', 'RTI99', 'added', 'New'],
      ['credential', 'OSHA-10', 'removed', 'OSHA 10-hour general industry'],
      ['credential', 'CPR', 'added', 'First aid'],
      ['wage-step', '2', 'changed', 'Later'],
    ]);
    expect(differences[1]?.fields).toEqual([{ field: 'maximumMinutes', from: null, to: hours(600) }]);
  });
  test('the other way round says what would be undone', async () => {
    const { differences } = await compare(sponsor, newer, older);
    expect(differences.find((one) => one.code === 'RTI99')).toMatchObject({ change: 'removed', title: 'New' });
  });
  test('a version with itself tells nothing', async () => {
    expect((await compare(sponsor, older, older)).differences).toEqual([]);
  });
  test('two published versions is open to whoever reads both', async () => {
    const mentor = await api.as(people.grace);
    expect((await compare(mentor, standardId(1), older)).differences.length).toBeGreaterThan(10);
  });
});

describe('who may not compare', () => {
  test('an employer, with a draft', async () => {
    expect(await refusalOf(compare(await api.as(people.foundryAdmin), older, newer))).toBe('404 not-found');
  });
  test('an apprentice, with a version they are not bound to', async () => {
    expect(await refusalOf(compare(await api.as(people.ada), standardId(1), older))).toBe('404 not-found');
  });
  test('the sponsor, with a version of another sponsor, in the words for one that does not exist', async () => {
    const there = await problemOf(compare(sponsor, older, standardId(2)));
    expect(there).toMatchObject({ status: 404, kind: 'not-found' });
    expect({ ...(await problemOf(compare(sponsor, older, newId()))), requestId: '' }).toEqual({
      ...there,
      requestId: '',
    });
    expect(await refusalOf(compare(sponsor, standardId(2), older))).toBe('404 not-found');
  });
  test('anybody, with nothing', async () => {
    expect(await refusalOf(compare(sponsor, older, '' as StandardId))).toBe('400 invalid-request');
  });
});
