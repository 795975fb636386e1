import type { MergedRecord } from '@journeybook/contracts';
import { showHours } from '../../ui/show-hours.js';
import type { Opened } from './opened.js';

/** What is left of a part without entries, and what will bring the first one. */
export function whatMakesEntries(
  record: Pick<MergedRecord, 'processes' | 'courses'>,
  { subject, code }: Pick<Extract<Opened, { view: 'entries' }>, 'subject' | 'code'>,
): string {
  if (subject === 'competency') return 'An entry appears here when a mentor signs it off.';
  const course = subject === 'course' ? record.courses.find((one) => one.code === code) : undefined;
  if (course) {
    const running = course.running.map((section) => ` It is in class now at ${section.college}.`).join('');
    return `${left(course)} They are credited when the instructor confirms that the course is completed.${running}`;
  }
  if (subject === 'course') return 'Hours are credited when an instructor confirms that a course is completed.';
  const process = record.processes.find((one) => one.code === code);
  const credited = 'Hours are credited when a mentor approves them.';
  return process ? `${left(process)} ${credited}` : credited;
}

const left = ({ leftMinutes }: { leftMinutes: number }) => `${showHours(leftMinutes)} are left.`;
