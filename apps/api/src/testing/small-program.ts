import type { Database } from '@journeybook/database';
import { newId } from '@journeybook/database';
import type { Approach, ApprenticeshipId, RecordEntry, RecordEntryId, Standard, StandardId } from '@journeybook/domain';
import { hours } from '@journeybook/domain';
import {
  competency,
  competencyCode,
  completedRecord,
  council,
  course,
  courseCode,
  day,
  now,
  processCode,
  standard,
  statusChanged,
  terms,
  workProcess,
} from '@journeybook/domain/testing';
import { people } from './world.js';

/** Two processes of 10 h (8 to 12) and 5 h (4 to 5), two skills, two courses of 4 h and 2 h and OSHA-10; ends within a test. */
export const smallProgram = (approach: Approach = 'time', overrides: Partial<Standard> = {}): Standard => {
  const id = newId<StandardId>();
  return standard({
    id,
    version: `small ${id}`,
    approach,
    ojtMinutes: hours(15),
    rtiMinutes: hours(6),
    workProcesses: [
      workProcess({ requiredMinutes: hours(10), minimumMinutes: hours(8), maximumMinutes: hours(12) }),
      workProcess({
        code: processCode('WP06'),
        title: 'Local options',
        requiredMinutes: hours(5),
        minimumMinutes: hours(4),
        local: true,
      }),
    ],
    competencies: [
      competency(),
      competency({ code: competencyCode('WP06.01'), workProcess: processCode('WP06'), title: 'Set a mould' }),
    ],
    courses: [
      course({ requiredMinutes: hours(4) }),
      course({ code: courseCode('RTI11'), title: 'Industrial Math', requiredMinutes: hours(2) }),
    ],
    terms: terms({ wages: null }),
    ...overrides,
  });
};

/** Publishes a program of the council's. */
export async function publish(database: Database, program: Standard): Promise<Standard> {
  await database.transaction(({ standards }) => standards.publish(council, program, now));
  return program;
}

/** Puts entries on a record as features elsewhere do, each with an id and a source of its own. */
export async function addEntries(
  database: Database,
  { apprenticeship, program }: { readonly apprenticeship: ApprenticeshipId; readonly program: Standard },
  entries: readonly RecordEntry[],
): Promise<readonly RecordEntry[]> {
  const own = entries.map((entry) => {
    const id = newId<RecordEntryId>();
    const standing = { id, source: `test/${id}`, apprenticeship, standard: program.id };
    return { ...entry, ...standing, answeredBy: people.grace.id };
  });
  await database.transaction(({ record }) => record.append(council, apprenticeship, own));
  return own;
}

/** A record in which everything is met but what `leftOut` says; registered and active since January. */
export const metRecord = (program: Standard, leftOut: (entry: RecordEntry) => boolean = () => false): RecordEntry[] => [
  statusChanged(),
  statusChanged({ status: 'active', from: 'registered', occurredOn: day('2026-02-02'), reason: 'Probation passed' }),
  ...completedRecord(program).filter((entry) => !leftOut(entry)),
];
