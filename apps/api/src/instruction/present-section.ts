import type { ApprenticeChoice, RosterRow, SectionView } from '@journeybook/contracts';
import type { ApprenticeCandidate, LearnerRow, Section } from '@journeybook/database';
import { isTraining, launchScopes, suggestMatch } from '@journeybook/domain';
import type { LaunchRole, Scope } from '@journeybook/domain';

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

/** A learner in the grid: the match or a suggestion, the grade, the credit, the push, and what stands in the way. */
export function presentLearner(row: LearnerRow, candidates: readonly ApprenticeCandidate[]): RosterRow {
  const matched = row.person && candidates.find((one) => one.person === row.person);
  return {
    identity: row.identity,
    name: row.name,
    email: row.email,
    sisId: row.sisId,
    match: matchOf(row, candidates),
    grade: row.grade && { ...row.grade, comment: row.grade.comment ?? '' },
    credit: row.credit,
    push: row.push,
    blocked:
      row.person && !(matched && isTraining(matched.status))
        ? 'This apprentice is not in training now. Ask the sponsor.'
        : null,
  } as RosterRow;
}

function matchOf(row: LearnerRow, candidates: readonly ApprenticeCandidate[]): RosterRow['match'] {
  if (row.person && row.matchedAt) {
    const matched = candidates.find((one) => one.person === row.person);
    const apprentice = matched ? presentApprentice(matched) : null;
    if (apprentice) return { state: 'matched', apprentice, by: row.matchedBy ?? '', at: row.matchedAt };
  }
  const suggestion = row.person ? null : suggestMatch(row, candidates);
  const suggested = suggestion && candidates.find((one) => one.person === suggestion.person);
  if (!suggestion || !suggested) return { state: 'none' };
  return { state: 'suggested', apprentice: presentApprentice(suggested), reason: suggestion.reason };
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
  return { ...course, passMarkPercent: mapping.passMarkPercent, by: mapping.by, at: mapping.at };
}
