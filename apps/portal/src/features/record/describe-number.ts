import type { MergedRecord } from '@journeybook/contracts';
import { showHours } from '../../ui/show-hours.js';
import type { Opened } from './opened.js';

/** The number that was opened, as the title of its entries: `781 h in Operate production equipment`. */
export function describeNumber(record: MergedRecord, opened: Opened): string {
  const { ojt, rti, competencies } = record;
  if (opened.view === 'waiting') return describeWaiting(record, opened.code);
  if (opened.subject === null) return `${showHours(ojt.creditedMinutes + rti.creditedMinutes)} count: all entries`;
  if (opened.code !== null) return describePart(record, opened.subject, opened.code);
  if (opened.subject === 'work-process') return `${showHours(ojt.creditedMinutes)} on the job`;
  if (opened.subject === 'course') return `${showHours(rti.creditedMinutes)} of instruction`;
  return `${competencies.signedOff} of ${competencies.required} signed in the Job Book`;
}

function describeWaiting(record: MergedRecord, code: string | null): string {
  const process = record.processes.find((one) => one.code === code);
  if (process) return `${showHours(process.pendingMinutes)} waiting in ${process.title}`;
  return `${showHours(record.ojt.pendingMinutes)} waiting`;
}

function describePart(record: MergedRecord, subject: 'work-process' | 'course' | 'competency', code: string): string {
  if (subject === 'competency') {
    const all = record.processes.flatMap((process) => process.competencies);
    return all.find((one) => one.code === code)?.title ?? code;
  }
  const parts = subject === 'course' ? record.courses : record.processes;
  const part = parts.find((one) => one.code === code);
  if (part?.creditedMinutes === 0 && part.leftMinutes > 0)
    return `${showHours(part.leftMinutes)} left in ${part.title}`;
  return part ? `${showHours(part.creditedMinutes)} in ${part.title}` : code;
}
