import type { RosterRow } from '@journeybook/contracts';
import type { ApprenticeshipId, LmsIdentityId } from '@journeybook/domain';
import { learnerName } from './learner-name.js';

/** A learner with the apprentice that is proposed, as it was shown. */
export interface ProposedMatch {
  readonly identity: LmsIdentityId;
  readonly learner: string;
  readonly apprenticeship: ApprenticeshipId;
  readonly apprentice: string;
  readonly employer: string;
  /** Of who the learner is, and was said not to be. */
  readonly edition: string;
  /** What both have in common: `same student id L-20931`. */
  readonly because: string;
  /** Why nobody should say yes without knowing the learner; null where the number or the e-mail is the same and nothing is odd. */
  readonly doubt: string | null;
}

type Suggested = Extract<RosterRow['match'], { state: 'suggested' }>;

/** What a suggestion was made by. */
export const suggestionReasons = {
  'same-student-id': 'same student id',
  'same-email': 'same e-mail',
  'same-name': 'same name',
} as const satisfies Record<Suggested['reason'], string>;

/** Every suggestion of the roster, to be answered together: which are plain, and which somebody has to look at first. */
export function proposeMatches(learners: readonly RosterRow[]): readonly ProposedMatch[] {
  const suggested = learners.flatMap((row) => (row.match.state === 'suggested' ? [{ row, match: row.match }] : []));
  const times = new Map<ApprenticeshipId, number>();
  for (const { match } of suggested) {
    const { apprenticeship } = match.apprentice;
    times.set(apprenticeship, (times.get(apprenticeship) ?? 0) + 1);
  }
  return suggested.map(({ row, match }) => ({
    identity: row.identity,
    learner: learnerName(row),
    apprenticeship: match.apprentice.apprenticeship,
    apprentice: match.apprentice.name,
    employer: match.apprentice.employer,
    edition: row.edition,
    because: [suggestionReasons[match.reason], commonOf(row, match)].filter(Boolean).join(' '),
    doubt: doubtOf(match, (times.get(match.apprentice.apprenticeship) ?? 0) > 1),
  }));
}

const commonOf = ({ sisId, email }: RosterRow, { reason }: Suggested): string | null =>
  ({ 'same-student-id': sisId, 'same-email': email, 'same-name': null })[reason];

function doubtOf({ reason, otherAccount }: Suggested, isProposedTwice: boolean): string | null {
  if (isProposedTwice) return 'proposed for another learner too';
  if (otherAccount) return 'has another account here already';
  return reason === 'same-name' ? 'nothing but the name is the same' : null;
}
