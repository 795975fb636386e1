import type { Requirement } from '../completion/requirements.js';
import type { RecordEntry } from '../record/record-entry.js';
import type { Standard } from '../program/standard.js';
import { day, recordEntryId } from './build-ids.js';
import { credentialEarned } from './build-later.js';
import { competencyAttested, ojtHoursCredited, rtiHoursCredited } from './build-record.js';

/** A record in which every requirement of the standard is met, one entry for each. */
export function completedRecord(standard: Standard): readonly RecordEntry[] {
  const entries: RecordEntry[] = [
    ...standard.workProcesses.map((one) => ojtHoursCredited({ workProcess: one.code, minutes: one.requiredMinutes })),
    ...standard.courses.map((one) => rtiHoursCredited({ course: one.code, minutes: one.requiredMinutes })),
    ...standard.competencies.map((one) => competencyAttested({ competency: one.code, level: one.requiredLevel })),
    ...standard.completionCredentials.map((one) => credentialEarned({ credential: one.code })),
  ];
  return entries.map((entry, index) => ({
    ...entry,
    id: recordEntryId(1_000 + index),
    source: `done/${index}`,
    occurredOn: day('2026-03-01'),
  }));
}

export const requirement = (overrides: Partial<Requirement> = {}): Requirement => ({
  kind: 'course',
  code: 'RTI03',
  title: 'Manufacturing 101',
  met: true,
  missing: null,
  ...overrides,
});
