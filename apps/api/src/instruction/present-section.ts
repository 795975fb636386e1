import type { ApprenticeChoice, RosterRow, SectionView } from '@journeybook/contracts';
import type { ApprenticeCandidate, LearnerRow, ProposedMapping, Section } from '@journeybook/database';
import {
  attemptsAmong,
  countingGrade,
  isTraining,
  launchScopes,
  suggestAccount,
  suggestFrom,
} from '@journeybook/domain';
import type { AttemptFacts, LaunchRole, LmsIdentityId, MatchIndex, PersonId, Scope } from '@journeybook/domain';
import { editionOf } from '../http/edition.js';

/** An apprentice as a choice for a match. */
export const presentApprentice = ({
  apprenticeship,
  name,
  occupation,
  employer,
}: ApprenticeCandidate): ApprenticeChoice => ({
  apprenticeship,
  name,
  occupation,
  employer,
});

/** What a learner of a section is held against. */
export interface RosterFacts {
  readonly candidates: readonly ApprenticeCandidate[];
  readonly byDetails: MatchIndex;
  /** Accounts of the college that are matched already, and whose they are. */
  readonly byAccount: MatchIndex;
  readonly known: ReadonlySet<PersonId>;
  /** Who was said not to be whom. */
  readonly declined: ReadonlyMap<LmsIdentityId, ReadonlySet<PersonId>>;
  readonly mapping: Section['mapping'];
}

/** Changes when the learner becomes somebody else, and when it is said who they are not. */
export const editionOfMatch = (person: PersonId | null, declined: ReadonlySet<PersonId> | undefined): string =>
  editionOf([person, [...(declined ?? [])].toSorted()]);

/** Changes with any choice of whoever maps the section. */
export const editionOfMapping = (mapping: Section['mapping']): string =>
  editionOf(
    mapping && [
      mapping.rapidsCode,
      mapping.course,
      mapping.passMarkPercent,
      mapping.confirmedBy,
      mapping.creditMode,
      mapping.attempt,
    ],
  );

/** A learner in the grid: the match or a suggestion, the grade, the credit, the push, and what stands in the way. */
export function presentLearner(row: LearnerRow, facts: RosterFacts): RosterRow {
  const matched = whoIs(row, facts);
  return {
    identity: row.identity,
    name: row.name,
    email: row.email,
    sisId: row.sisId,
    edition: editionOfMatch(row.person, facts.declined.get(row.identity)),
    match: matchOf(row, facts, matched),
    grade: gradeOf(row, facts.mapping),
    credit: row.credit,
    push: row.push,
    blocked:
      row.person && !(matched && isTraining(matched.status))
        ? 'This apprentice is not in training now. Ask the sponsor.'
        : null,
  } as RosterRow;
}

type Graded = Pick<LearnerRow, 'grades'> & Partial<AttemptFacts>;

/** The grade that counts by the section's rule, with what was read last, which stands where no attempt is left. */
function gradeOf({ grades, reversedAt = null, marks = [] }: Graded, mapping: Section['mapping']): RosterRow['grade'] {
  const latest = grades?.at(-1);
  if (!grades || !latest) return null;
  const rule = { attempt: mapping?.attempt ?? ('latest' as const), passMarkPercent: mapping?.passMarkPercent ?? 0 };
  const attempts = rule.attempt === 'latest' ? grades : attemptsAmong(grades, { reversedAt, marks });
  const percent = countingGrade(attempts, rule) ?? latest.percent;
  if (percent === null) return null;
  return { percent, latest: latest.percent, comment: latest.comment ?? '', readAt: latest.readAt };
}

/** The newest grade that stands beside a learner, by which a page is known to be of now; null where none does. */
export const shownPercent = (row: Pick<LearnerRow, 'grades'>, mapping: Section['mapping']): number | null =>
  gradeOf(row, mapping)?.latest ?? null;

/** The agreement of whom the learner is: the one in the occupation of the course, whatever else they train for. */
const whoIs = ({ person, agreement }: LearnerRow, { candidates }: RosterFacts): ApprenticeCandidate | null =>
  agreement ?? candidates.find((one) => one.person === person) ?? null;

function matchOf(row: LearnerRow, facts: RosterFacts, matched: ApprenticeCandidate | null): RosterRow['match'] {
  if (row.person && row.matchedAt) {
    const apprentice = matched ? presentApprentice(matched) : null;
    if (apprentice) return { state: 'matched', apprentice, by: row.matchedBy ?? '', at: row.matchedAt };
  }
  return row.person ? { state: 'none' } : suggestionFor(row, facts);
}

/** Who a learner may be: an apprentice of that description, or somebody known who comes with a new account. */
function suggestionFor(
  row: LearnerRow,
  { byDetails, byAccount, known, declined, candidates }: RosterFacts,
): RosterRow['match'] {
  const no = declined.get(row.identity);
  const described = suggestFrom(byDetails, row, no);
  // Somebody who has an account already is nobody else's namesake.
  const isNamesake = described?.reason === 'same-name' && known.has(described.person);
  const suggestion = described && !isNamesake ? described : suggestAccount(row, byAccount, no);
  const suggested = suggestion && candidates.find((one) => one.person === suggestion.person);
  if (!suggestion || !suggested) return { state: 'none' };
  const otherAccount = known.has(suggestion.person);
  return { state: 'suggested', apprentice: presentApprentice(suggested), reason: suggestion.reason, otherAccount };
}

/** What this launch may do with the section. */
export function mayOf(role: LaunchRole): SectionView['may'] {
  const scopes: readonly Scope[] = launchScopes[role];
  return {
    map: scopes.includes('instruction:map-course'),
    match: scopes.includes('instruction:match-learner'),
    confirm: scopes.includes('instruction:confirm'),
  };
}

/** The course a section is, with the title and hours that the program gives it. */
export function mappingOf({ mapping }: Section, choices: SectionView['choices']): SectionView['mapping'] {
  if (!mapping) return null;
  const course = choices.find((one) => one.rapidsCode === mapping.rapidsCode && one.code === mapping.course);
  if (!course) return null;
  const { passMarkPercent, confirmedBy, creditMode, attempt, by, at } = mapping;
  return { ...course, passMarkPercent, confirmedBy, creditMode, attempt, by, at };
}

/** The mapping of the course that this one was copied from, while it is offered and nobody has mapped this one. */
export function proposalOf(
  { mapping }: Section,
  proposed: ProposedMapping | null,
  choices: SectionView['choices'],
): SectionView['proposal'] {
  const course = choices.find((one) => one.rapidsCode === proposed?.rapidsCode && one.code === proposed.course);
  if (mapping || !proposed || !course) return null;
  const { passMarkPercent, confirmedBy, creditMode, attempt, from, by } = proposed;
  return { ...course, passMarkPercent, confirmedBy, creditMode, attempt, from, by };
}
