import type { Client, MergedRecord, StandardDraftView } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import type { ApprenticeshipId, StandardId } from '@journeybook/domain';
import { hours } from '@journeybook/domain';
import { competencyCode, courseCode, day, processCode } from '@journeybook/domain/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { dayOf, line, log } from '../testing/hours.js';
import { totalsOf } from '../testing/record.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import { confirmShown, mapShown, matchShown, openSection } from '../testing/section.js';
import { buildWorkbook, changeCell, maintenanceSheets } from '../testing/standard-workbook.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let sponsor: Client;
let grace: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  [sponsor, grace] = [await api.as(people.councilAdmin), await api.as(people.grace)];
});
afterAll(() => api.stop());

const bring = async (sheets: Parameters<typeof buildWorkbook>[0]): Promise<StandardDraftView> => {
  const contentBase64 = Buffer.from(await buildWorkbook(sheets)).toString('base64');
  return sponsor(endpoints.importDraft, { body: { fileName: 'Maintenance Technician.xlsx', contentBase64 } });
};
const publish = (draft: StandardId, edition: number) =>
  sponsor(endpoints.publishDraft, { params: { draft }, body: { edition } });

/** The four sheets become a published version: what the file cannot say is written into the draft, what is wrong in it is put right. */
async function load(): Promise<StandardId> {
  const sheets = maintenanceSheets('hybrid');
  const faulty = changeCell(sheets, ['WorkProcesses', 4, 'Maximum Hours'], 'a lot');
  expect(await problemOf(bring(faulty))).toMatchObject({
    kind: 'file-faulty',
    errors: [{ field: 'WorkProcesses row 4, Maximum Hours' }],
  });
  const draft = await bring(changeCell(sheets, ['RelatedInstruction', 3, 'Course Hours'], 50));
  const errors = draft.findings.filter((one) => one.severity === 'error');
  expect(errors.map((one) => one.kind)).toEqual(['total-differs', 'entry-wage-too-low']);
  expect(await problemOf(publish(draft.id, 1))).toMatchObject({
    kind: 'standard-faulty',
    errors: errors.map(({ field, message }) => ({ field, message })),
  });
  const { contents } = draft;
  const { wages, ...terms } = contents.terms!;
  const corrected = {
    ...contents,
    version: '2026.1',
    courses: contents.courses.map((one) => (one.code === 'MNT 110' ? { ...one, requiredMinutes: hours(54) } : one)),
    terms: { ...terms, wages: wages && { ...wages, journeyworkerCentsPerHour: 3_200 } },
  };
  const { edition, findings } = await sponsor(endpoints.editDraft, {
    params: { draft: draft.id },
    body: { contents: corrected },
    ifMatch: draft.edition,
  });
  expect(findings.map((one) => one.kind)).toEqual(['job-book-unreviewed']);
  const { id, contents: published } = await publish(draft.id, edition);
  expect(published).toEqual(corrected);
  return id;
}

const read = (call: Client, apprenticeship: ApprenticeshipId): Promise<MergedRecord> =>
  call(endpoints.readRecord, { params: { apprenticeship } });

test('a second occupation is loaded from a workbook and used without a change of code', async () => {
  const standard = await load();
  const { standards } = await sponsor(endpoints.listStandards, {});
  expect(standards.find((one) => one.id === standard)).toMatchObject({
    status: 'published',
    occupation: { title: 'Maintenance Technician, Industrial', rapidsCode: '0308' },
    approach: 'hybrid',
    termMonths: 48,
    ojtMinutes: hours(6_000),
    rtiMinutes: hours(576),
  });

  const person = await addApprentice(api.database, { standard });
  const { apprenticeship } = person;
  const call = await api.as(person);
  expect(await read(call, apprenticeship)).toMatchObject({
    occupation: 'Maintenance Technician, Industrial',
    approach: 'hybrid',
    standardVersion: '2026.1',
    ojt: { requiredMinutes: hours(6_000), creditedMinutes: 0, leftMinutes: hours(6_000) },
    rti: { requiredMinutes: hours(576), creditedMinutes: 0 },
    competencies: { required: 16, signedOff: 0 },
  });

  const workProcess = processCode('WP04');
  const shown = await log(call, apprenticeship, dayOf([line({ workProcess, minutes: 300 }), line({ minutes: 120 })]));
  expect(await refusalOf(log(call, apprenticeship, dayOf([line({ workProcess: processCode('WP09') })])))).toBe(
    '422 unknown-work-process',
  );
  const { entries } = await grace(endpoints.approvalQueue, {});
  const titles = entries.filter((one) => one.apprenticeship === apprenticeship).map((one) => one.workProcess.title);
  expect(titles.toSorted()).toEqual(['Maintain electrical equipment and motors', 'Work safely and prevent accidents']);
  await grace(endpoints.approveHours, { body: { entries: shown } });

  const signed = await grace(endpoints.signOff, {
    params: { apprenticeship },
    body: { competency: competencyCode('WP04.01'), level: 3, observedOn: day('2026-03-03') },
  });
  expect(signed).toMatchObject({ title: 'Test and replace motors', signedOff: true });

  const { call: irene, identityOf } = await openSection(api, ['one']);
  const identity = identityOf('one');
  await mapShown(irene, {
    body: { rapidsCode: '0308', course: courseCode('MNT 110'), passMarkPercent: 70 },
  });
  await matchShown(irene, { params: { identity }, body: { apprenticeship } });
  const { learners } = await confirmShown(irene, [{ identity, scorePercent: 85 }]);
  expect(learners).toMatchObject([{ outcome: 'credited', minutes: hours(54) }]);

  const record = await read(call, apprenticeship);
  expect(record).toMatchObject({
    ojt: { creditedMinutes: 420, leftMinutes: hours(6_000) - 420 },
    rti: { creditedMinutes: hours(54), leftMinutes: hours(576 - 54) },
    competencies: { required: 16, signedOff: 1 },
  });
  expect(record.processes[3]).toMatchObject({
    code: 'WP04',
    title: 'Maintain electrical equipment and motors',
    minimumMinutes: hours(1_200),
    maximumMinutes: hours(1_600),
    creditedMinutes: 300,
  });
  expect(record.timeline.map((one) => one.subject?.title ?? '').toSorted()).toEqual([
    'Blueprint Reading',
    'Maintain electrical equipment and motors',
    'Test and replace motors',
    'Work safely and prevent accidents',
  ]);
  expect(await totalsOf(api.database, apprenticeship)).toHaveLength(4);
});
