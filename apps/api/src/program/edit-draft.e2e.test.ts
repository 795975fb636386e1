import type { Client, StandardContents } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { StandardId } from '@journeybook/domain';
import { hours } from '@journeybook/domain';
import { competencyCode, council, elsewhere, processCode, standardId } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { imtContents, writeDraft } from '../testing/program.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let sponsor: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  sponsor = await api.as(people.councilAdmin);
});
afterAll(() => api.stop());

const edit = (call: Client, draft: StandardId, edition: number, contents = imtContents()) =>
  call(endpoints.editDraft, { params: { draft }, body: { contents }, ifMatch: edition });
const read = (draft: StandardId) => sponsor(endpoints.readDraft, { params: { draft } });

describe('editing a draft', () => {
  test('replaces what it says, one edition on, with who changed it and when', async () => {
    const { id } = await writeDraft(sponsor, imtContents());
    const contents = imtContents({ version: '2027.2', termMonths: 24, electiveGroups: [] });
    await addMembership(api.database, people.felix, council, 'sponsor-admin');
    const at = '2026-03-04T16:00:00.000Z' as ReturnType<typeof api.clock.now>;
    const felix = await api.as(people.felix);
    const edited = await api.clock.during(at, () => edit(felix, id, 2, contents));
    expect(edited).toMatchObject({
      edition: 3,
      contents,
      changedBy: { id: people.felix.id, name: 'Felix Former' },
      changedAt: at,
    });
    expect(edited.findings.map((one) => [one.severity, one.kind])).toEqual([['warning', 'instruction-below-year']]);
    expect(await read(id)).toEqual(edited);
  });
  test('may leave it faulty, and says every fault', async () => {
    const { id } = await writeDraft(sponsor, imtContents());
    const { workProcesses, competencies } = imtContents();
    const faulty = imtContents({
      version: '',
      ojtMinutes: hours(1),
      workProcesses: [...workProcesses, { ...workProcesses[0]!, minimumMinutes: hours(-1) }],
      competencies: [...competencies, { ...competencies[0]!, workProcess: processCode('WP99') }],
    });
    const { findings } = await edit(sponsor, id, 2, faulty);
    expect(findings.map((one) => one.kind)).toEqual([
      'text-missing',
      'out-of-range',
      'total-differs',
      'duplicate-code',
      'duplicate-code',
      'unknown-work-process',
      'occupation-too-short',
    ]);
    expect(findings.every((one) => /^[“A-Z\d].*\.$/.test(one.message))).toBe(true);
    expect((await read(id)).contents).toEqual(faulty);
  });
  test('of what somebody else changed meanwhile is refused, and changes nothing', async () => {
    const { id } = await writeDraft(sponsor, imtContents());
    await edit(sponsor, id, 2, imtContents({ termMonths: 17 }));
    expect(await refusalOf(edit(sponsor, id, 2, imtContents({ termMonths: 16 })))).toBe('412 changed-since-shown');
    expect(await refusalOf(edit(sponsor, id, 4))).toBe('412 changed-since-shown');
    expect(await read(id)).toMatchObject({ edition: 3, contents: { termMonths: 17 } });
  });
  test('several times at once is one edit', async () => {
    const { id } = await writeDraft(sponsor, imtContents());
    const terms = [12, 13, 14, 15];
    const outcomes = await Promise.allSettled(
      terms.map((termMonths) => edit(sponsor, id, 2, imtContents({ termMonths }))),
    );
    const won = outcomes.findIndex((one) => one.status === 'fulfilled');
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of outcomes)
      if (one.status === 'rejected')
        expect(one.reason.problem).toMatchObject({ status: 412, kind: 'changed-since-shown' });
    expect(await read(id)).toMatchObject({ edition: 3, contents: { termMonths: terms[won] } });
  });
  test.each<[string, (contents: StandardContents) => unknown, string]>([
    [
      'a code of 41 letters',
      (one) => ({ ...one, competencies: [{ ...one.competencies[0], code: 'x'.repeat(41) }] }),
      'contents.competencies.0.code',
    ],
    ['half a minute', (one) => ({ ...one, ojtMinutes: 0.5 }), 'contents.ojtMinutes'],
    ['a term without end', (one) => ({ ...one, termMonths: 121 }), 'contents.termMonths'],
    ['an approach of its own', (one) => ({ ...one, approach: 'fast' }), 'contents.approach'],
    [
      '201 processes',
      (one) => ({ ...one, workProcesses: Array(201).fill(one.workProcesses[0]) }),
      'contents.workProcesses',
    ],
  ])('with %s is refused by the name of the field', async (_name, change, field) => {
    const { id } = await writeDraft(sponsor, imtContents());
    const problem = await problemOf(edit(sponsor, id, 2, change(imtContents()) as StandardContents));
    expect(problem).toMatchObject({ status: 400, kind: 'invalid-request', errors: [{ field }] });
  });
  test('takes the largest that may be, and reads it again', async () => {
    const { id } = await writeDraft(sponsor, imtContents());
    const [skill] = imtContents().competencies;
    const many = Array.from({ length: 2_000 }, (_, index) => ({
      ...skill!,
      code: competencyCode(`S${index}`),
      title: 'é'.repeat(300),
    }));
    expect((await edit(sponsor, id, 2, imtContents({ competencies: many }))).contents.competencies).toHaveLength(2_000);
  });
});

describe('who may not edit', () => {
  test('a draft: another sponsor, in the words for one that does not exist', async () => {
    const { id } = await writeDraft(sponsor, imtContents());
    const other = await api.as(people.elsewhereAdmin);
    const there = await problemOf(edit(other, id, 2));
    expect(there).toMatchObject({ status: 404, kind: 'not-found' });
    expect({ ...(await problemOf(edit(other, newId(), 2))), requestId: '' }).toEqual({ ...there, requestId: '' });
  });
  test.each([
    ['an apprentice', people.ada],
    ['a mentor', people.grace],
    ['an employer', people.foundryAdmin],
  ])('a draft: %s', async (_name, person) => {
    const { id } = await writeDraft(sponsor, imtContents());
    expect(await refusalOf(edit(await api.as(person), id, 2))).toBe('403 not-allowed');
  });
  test('a published version: anybody', async () => {
    expect(await refusalOf(edit(sponsor, standardId(1), 1))).toBe('409 published-never-changes');
    expect(await refusalOf(edit(sponsor, standardId(2), 1))).toBe('404 not-found');
    const both = await addApprentice(api.database);
    await addMembership(api.database, both, elsewhere, 'sponsor-admin');
    expect(await refusalOf(edit(await api.as(both), standardId(1), 1))).toBe('404 not-found');
  });
});
