import type { RosterRow } from '@journeybook/contracts';
import { showPercent } from '../../ui/course-standing.js';
import type { Confirmation } from './use-section.js';

/** What a page shows of a learner, by which a confirmation is known to be about it. */
export const shownOf = ({ match, grade }: RosterRow): Pick<Confirmation, 'apprenticeship' | 'shownPercent'> => ({
  apprenticeship: match.state === 'matched' ? match.apprentice.apprenticeship : null,
  shownPercent: grade?.latest ?? null,
});

const matchChanged =
  'a colleague has matched this learner to another apprentice meanwhile. Look at the match, then confirm again.';

/** What is another by now about a learner who was not confirmed for it. */
export function sayChanged(row: RosterRow, sent: Confirmation | undefined): string {
  const { apprenticeship, shownPercent } = shownOf(row);
  if (apprenticeship !== sent?.apprenticeship) return matchChanged;
  return `the gradebook has ${sayGrade(shownPercent)} by now. Look at the grade, then confirm again.`;
}

export const sayGrade = (percent: number | null): string => (percent === null ? 'no grade' : showPercent(percent));
