import type { RosterRow } from '@journeybook/contracts';
import { showPercent } from '../../ui/course-standing.js';
import type { Confirmation } from './use-section.js';

/** Which apprentice the learner is, as the page shows it; null for none. */
export const matchedTo = ({ match }: RosterRow): Confirmation['apprenticeship'] =>
  match.state === 'matched' ? match.apprentice.apprenticeship : null;

/** The newest grade that the platform has of the learner, as the page shows it; null for none. */
export const newestGrade = ({ grade }: RosterRow): number | null => grade?.latest ?? null;

const matchChanged =
  'a colleague has matched this learner to another apprentice meanwhile. Look at the match, then confirm again.';

/** What is another by now about a learner who was not confirmed for it. */
export function sayChanged(row: RosterRow, sent: Confirmation | undefined): string {
  if (matchedTo(row) !== sent?.apprenticeship) return matchChanged;
  return `the gradebook has ${sayGrade(newestGrade(row))} by now. Look at the grade, then confirm again.`;
}

export const sayGrade = (percent: number | null): string => (percent === null ? 'no grade' : showPercent(percent));
