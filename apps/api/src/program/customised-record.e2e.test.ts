import type { Client, CustomChangeView, MergedRecord } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import type { ApprenticeshipId, StandardId } from '@journeybook/domain';
import { hours } from '@journeybook/domain';
import {
  at,
  competency,
  competencyCode,
  courseCode,
  day,
  foundry,
  processCode,
  today,
} from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AddedApprentice } from '../testing/add-apprentice.js';
import { addApprentice } from '../testing/add-apprentice.js';
import { worksFor } from '../testing/change-agreement.js';
import { line, dayOf, log } from '../testing/hours.js';
import { imtContents, publishVersion } from '../testing/program.js';
import { totalsOf } from '../testing/record.js';
import { refusalOf } from '../testing/refusal-of.js';
import { confirmShown, mapShown, matchShown, openSection } from '../testing/section.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, mill, people } from '../testing/world.js';

let api: RunningApi;
let grace: Client;
let standard: StandardId;
let edition = 0;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  grace = await api.as(people.grace);
  const sponsor = await api.as(people.councilAdmin);
  standard = (await publishVersion(sponsor, imtContents({ version: 'own', approach: 'hybrid' }))).id;
});
afterAll(() => api.stop());

const read = (call: Client, apprenticeship: ApprenticeshipId) =>
  call(endpoints.readRecord, { params: { apprenticeship } });
const recordOf = (person: AddedApprentice) => read(grace, person.apprenticeship);
/** The employer changes the Job Book, after whatever it changed before. */
async function customise(change: CustomChangeView) {
  const fred = await api.as(people.foundryAdmin);
  const params = { standard, employer: foundry };
  ({ edition } = await fred(endpoints.customise, { params, body: { edition, change } }));
}
const signOff = ({ apprenticeship }: AddedApprentice, code: string) =>
  grace(endpoints.signOff, {
    params: { apprenticeship },
    body: { competency: competencyCode(code), level: 3, observedOn: day('2026-03-03') },
  });
const apprentice = () => addApprentice(api.database, { standard });
const skill = ({ processes }: MergedRecord, code: string) =>
  processes.flatMap((process) => process.competencies).find((one) => one.code === code);

describe('what an employer makes its own is in the records of its apprentices at once:', () => {
  test('a competency added can be signed off, is in the Job Book, and has its title in the timeline', async () => {
    const [person, other] = [await apprentice(), await addApprentice(api.database, { standard, employer: mill })];
    expect(await refusalOf(signOff(person, 'WP06.91'))).toBe('422 unknown-competency');
    const own = { code: competencyCode('WP06.91'), workProcess: processCode('WP06'), title: 'Pour aluminium' };
    await customise({ kind: 'competency-added', competency: competency(own) });
    const before = await recordOf(person);
    expect(before.competencies).toEqual({ required: 12, signedOff: 0 });
    await signOff(person, 'WP06.91');
    const record = await recordOf(person);
    expect(record.competencies).toEqual({ required: 12, signedOff: 1 });
    expect(skill(record, 'WP06.91')).toMatchObject({ title: 'Pour aluminium', signedOff: true });
    expect(record.timeline[0]?.subject).toEqual({
      kind: 'competency',
      code: 'WP06.91',
      title: 'Pour aluminium',
      ended: false,
    });
    const entries = await grace(endpoints.listEntries, {
      params: { apprenticeship: person.apprenticeship },
      query: { subject: 'competency', code: 'WP06.91' },
    });
    expect(entries.entries).toMatchObject([{ subject: { title: 'Pour aluminium' } }]);
    await totalsOf(api.database, person.apprenticeship);
    const there = await read(await api.as(other), other.apprenticeship);
    expect(there.competencies.required).toBe(11);
  });
  test('and, signed, goes along to another employer of the program, where its code means nothing else', async () => {
    const person = await apprentice();
    const own = { code: competencyCode('WP06.92'), workProcess: processCode('WP06'), title: 'Line a ladle' };
    await customise({ kind: 'competency-added', competency: competency(own) });
    await customise({
      kind: 'competency-added',
      competency: competency({ ...own, code: competencyCode('WP06.93'), title: 'Tap a furnace' }),
    });
    await signOff(person, 'WP06.92');
    const cora = await api.as(people.councilAdmin);
    const params = { apprenticeship: person.apprenticeship };
    await cora(endpoints.changeEmployer, { params, body: { employer: mill, from: day('2026-03-04') } });
    const record = await read(cora, person.apprenticeship);
    expect(skill(record, 'WP06.92')).toMatchObject({ title: 'Line a ladle', signedOff: true });
    expect(skill(record, 'WP06.93')).toBeUndefined();
    expect(record.timeline.find((entry) => entry.subject?.code === 'WP06.92')?.subject?.title).toBe('Line a ladle');
    expect((await cora(endpoints.readAgreement, { params })).employer.id).toBe(mill);
    const milly = await api.as(people.millAdmin);
    const change: CustomChangeView = { kind: 'competency-added', competency: competency(own) };
    const asked = milly(endpoints.customise, { params: { standard, employer: mill }, body: { edition: 0, change } });
    expect(await refusalOf(asked)).toBe('409 code-taken');
  });
  test('and a code that one employer gave means nothing else in a later version either', async () => {
    const own = { code: competencyCode('WP06.94'), workProcess: processCode('WP06'), title: 'Pour brass' };
    await customise({ kind: 'competency-added', competency: competency(own) });
    const cora = await api.as(people.councilAdmin);
    const later = (await publishVersion(cora, imtContents({ version: 'later', approach: 'hybrid' }))).id;
    const milly = await api.as(people.millAdmin);
    const params = { standard: later, employer: mill };
    const change: CustomChangeView = { kind: 'competency-added', competency: competency(own) };
    expect(await refusalOf(milly(endpoints.customise, { params, body: { edition: 0, change } }))).toBe(
      '409 code-taken',
    );
    expect((await milly(endpoints.readCustomisation, { params })).takenCodes).toContain('WP06.94');
  });
  test('but nothing in a record that is closed', async () => {
    const person = await apprentice();
    const cora = await api.as(people.councilAdmin);
    const params = { apprenticeship: person.apprenticeship };
    const body = {
      to: 'cancelled',
      effectiveOn: today,
      reason: 'Moved away',
      noticeGivenOn: day('2026-02-01'),
    } as const;
    await cora(endpoints.changeStatus, { params, body });
    const before = await read(cora, person.apprenticeship);
    const own = { code: competencyCode('WP06.95'), workProcess: processCode('WP06'), title: 'Pour zinc' };
    await api.clock.during(at('2026-03-04T17:00:00Z'), () =>
      customise({ kind: 'competency-added', competency: competency(own) }),
    );
    expect((await read(cora, person.apprenticeship)).competencies).toEqual(before.competencies);
  });
  test('a skill reworded keeps its sign-off, under the new wording', async () => {
    const person = await apprentice();
    await signOff(person, 'WP02.01');
    await customise({ kind: 'competency-reworded', competency: competencyCode('WP02.01'), title: 'Check castings' });
    const record = await recordOf(person);
    expect(skill(record, 'WP02.01')).toMatchObject({ title: 'Check castings', signedOff: true });
    expect(record.timeline[0]?.subject?.title).toBe('Check castings');
  });
  test('a skill set aside stays for whoever has signed it, and for them alone', async () => {
    const [signed, other] = [await apprentice(), await apprentice()];
    const own = { code: competencyCode('WP03.91'), workProcess: processCode('WP03'), title: 'Read a mould drawing' };
    await customise({ kind: 'competency-added', competency: competency(own) });
    await signOff(signed, 'WP03.01');
    const before = await recordOf(signed);
    const code = competencyCode('WP03.01');
    await customise({ kind: 'competency-set-aside', competency: code, reason: 'No such machine' });
    const after = await recordOf(signed);
    expect(after.competencies).toEqual(before.competencies);
    expect(skill(after, 'WP03.01')).toEqual(skill(before, 'WP03.01'));
    expect(skill(await recordOf(other), 'WP03.01')).toBeUndefined();
    expect(await refusalOf(signOff(other, 'WP03.01'))).toBe('422 unknown-competency');
  });
  test('a local process named is called so, and hours in it count as before', async () => {
    const person = await apprentice();
    const call = await api.as(person);
    const workProcess = processCode('WP06');
    await grace(endpoints.approveHours, {
      body: { entries: await log(call, person.apprenticeship, dayOf([line({ workProcess, minutes: 60 })])) },
    });
    await customise({ kind: 'local-process-named', workProcess, title: 'Foundry work' });
    const record = await recordOf(person);
    expect(record.processes[5]).toMatchObject({
      title: 'Foundry work',
      creditedMinutes: 60,
      requiredMinutes: hours(136),
    });
    expect(record.timeline[0]?.subject?.title).toBe('Foundry work');

    await worksFor(api.database, person.apprenticeship, { from: foundry, employer: mill, since: '2026-03-04' });
    const params = { standard, employer: mill };
    const millAdmin = await api.as(people.millAdmin);
    const change = { kind: 'local-process-named' as const, workProcess, title: 'Mill work' };
    await millAdmin(endpoints.customise, { params, body: { edition: 0, change } });
    const moved = await recordOf(person);
    expect(moved.processes[5]).toMatchObject({ title: 'Mill work' });
    expect(moved.timeline.find((entry) => entry.subject)?.subject?.title).toBe('Foundry work');
  });
  test('a sector course credited as a whole is not divided; for others its parts take its place and are credited', async () => {
    const [whole, parted] = [await apprentice(), await apprentice()];
    const course = async (code: string, person: AddedApprentice) => {
      const { call, identityOf } = await openSection(api, ['one']);
      const identity = identityOf('one');
      await mapShown(call, {
        body: { rapidsCode: '2031', course: courseCode(code), passMarkPercent: 70 },
      });
      await matchShown(call, { params: { identity }, body: { apprenticeship: person.apprenticeship } });
      const { learners } = await confirmShown(call, [{ identity, scorePercent: 90 }]);
      return learners[0]?.kind ?? learners[0]?.outcome;
    };
    expect(await course('RTI01', whole)).toBe('credited');
    const part = (code: string, title: string, of: number) => ({
      code: courseCode(code),
      title,
      requiredMinutes: hours(of),
    });
    await customise({
      kind: 'sector-courses-named',
      course: courseCode('RTI01'),
      parts: [part('RTI01.1', 'Casting', 18), part('RTI01.2', 'Sand', 12)],
    });
    expect((await recordOf(whole)).courses[0]).toMatchObject({
      code: 'RTI01',
      creditedMinutes: hours(30),
      leftMinutes: 0,
    });
    expect(await course('RTI01.1', whole)).toBe('course-not-in-standard');
    expect(await course('RTI01.1', parted)).toBe('credited');
    expect(await course('RTI01.1', parted)).toBe('already-credited');
    expect(await course('RTI01', parted)).toBe('course-not-in-standard');
    const record = await recordOf(parted);
    expect(record.courses.slice(0, 2)).toMatchObject([
      { code: 'RTI01.1', title: 'Casting', creditedMinutes: hours(18) },
      { code: 'RTI01.2', title: 'Sand', leftMinutes: hours(12) },
    ]);
    expect(record.rti).toMatchObject({ requiredMinutes: hours(264), creditedMinutes: hours(18) });
    expect(record.timeline[0]?.subject?.title).toBe('Casting');
    for (const { apprenticeship } of [whole, parted]) await totalsOf(api.database, apprenticeship);
  });
});
