import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { council, elsewhere } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import { buildWorkbook, changeCell, maintenanceSheets, maintenanceWorkbook } from '../testing/standard-workbook.js';
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

const bring = (call: Client, fileName: string, bytes: Uint8Array | string) =>
  call(endpoints.importDraft, { body: { fileName, contentBase64: Buffer.from(bytes).toString('base64') } });
const drafts = async (call: Client) =>
  (await call(endpoints.listStandards, {})).standards.filter((one) => one.status === 'draft').map((one) => one.id);
const program = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../programs/${name}`, import.meta.url)), 'utf8');

describe('importing', () => {
  test('a workbook makes a draft of it, with what could not be carried over', async () => {
    const draft = await bring(sponsor, 'Maintenance Technician.xlsx', await maintenanceWorkbook('hybrid'));
    expect(draft).toMatchObject({
      sponsor: { id: council },
      edition: 1,
      from: null,
      contents: {
        version: '1',
        occupation: { title: 'Maintenance Technician, Industrial', rapidsCode: '0308' },
        approach: 'hybrid',
        terms: { agency: { agency: 'US-OH' }, ratio: { apprentices: 1, journeyworkers: 2 } },
      },
      changedBy: { id: people.councilAdmin.id },
    });
    expect(draft.notes).toHaveLength(5);
    expect(draft.notes.join(' ')).toContain('Buckeye Manufacturing Council was not carried over');
    expect(draft.findings.map((one) => one.kind)).toEqual(['job-book-unreviewed', 'entry-wage-too-low']);
    expect(await sponsor(endpoints.readDraft, { params: { draft: draft.id } })).toEqual(draft);
    const edited = await sponsor(endpoints.editDraft, {
      params: { draft: draft.id },
      body: { contents: draft.contents },
      ifMatch: draft.edition,
    });
    expect(edited).toMatchObject({ contents: draft.contents, notes: draft.notes });
  });
  test.each(['imt.yaml', 'maintenance-technician.yaml'])('the program file %s makes a draft of it', async (name) => {
    const draft = await bring(sponsor, name, program(name));
    expect(draft.findings.filter((one) => one.severity === 'error')).toEqual([]);
    expect(draft.notes).toEqual([]);
  });
  test('makes a draft of the first sponsor that the person administers', async () => {
    const person = await addApprentice(api.database);
    await addMembership(api.database, person, council, 'sponsor-admin');
    await addMembership(api.database, person, elsewhere, 'sponsor-admin');
    expect((await bring(await api.as(person), 'imt.yml', program('imt.yaml'))).sponsor.id).toBe(elsewhere);
  });
});

describe('a file is not imported', () => {
  test('with faults: all are named by their place, and nothing is written', async () => {
    const before = await drafts(sponsor);
    const sheets = changeCell(maintenanceSheets(), ['WorkProcesses', 5, 'Maximum Hours'], 'lots');
    const faulty = await buildWorkbook(changeCell(sheets, ['RelatedInstruction', 2, 'Course Name'], null));
    const problem = await problemOf(bring(sponsor, 'a.xlsx', faulty));
    expect(problem).toMatchObject({
      status: 422,
      kind: 'file-faulty',
      detail: 'The file was not imported; nothing was changed. Correct what is named and import it again.',
      errors: [
        { field: 'WorkProcesses row 5, Maximum Hours' },
        { field: 'RelatedInstruction row 2, Course Name', message: 'Write the name of the course.' },
      ],
    });
    expect(await drafts(sponsor)).toEqual(before);
  });
  test.each([
    ['of another kind', 'program.docx', 'x'],
    ['that is empty', 'program.xlsx', ''],
    ['that is not what its ending says', 'program.xlsx', 'version: 1'],
    ['that is no program', 'program.yaml', '[]'],
    ['of another kind in a program file', 'program.yaml', 'PK\u0003\u0004'],
  ])('%s', async (_name, fileName, bytes) => {
    const problem = await problemOf(bring(sponsor, fileName, bytes));
    expect(problem).toMatchObject({ status: 422, kind: 'file-faulty' });
    for (const { field, message } of problem.errors ?? []) expect(`${field}: ${message}`).toMatch(/^file: .+\.$/);
    expect(problem.errors).toHaveLength(1);
  });
  test('that is no base64, or too large', async () => {
    const send = (contentBase64: string) =>
      refusalOf(sponsor(endpoints.importDraft, { body: { fileName: 'a.yaml', contentBase64 } }));
    expect(await send('not base64!')).toBe('400 invalid-request');
    expect(await send('A'.repeat(3_500_004))).toBe('400 invalid-request');
    expect(await send('A'.repeat(5_000_000))).toBe('413 too-large');
  });
  test.each([
    ['an apprentice', people.ada],
    ['a mentor', people.grace],
    ['an employer', people.foundryAdmin],
  ])('by %s', async (_name, person) => {
    expect(await refusalOf(bring(await api.as(person), 'imt.yaml', program('imt.yaml')))).toBe('403 not-allowed');
  });
});
