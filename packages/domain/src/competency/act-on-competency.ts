import type { Mentorship } from '../access/mentorship.js';
import { teachesOn } from '../access/mentorship.js';
import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import type { NotInTrainingRefusal } from '../apprenticeship/training-on.js';
import { trainingOn } from '../apprenticeship/training-on.js';
import type { CompetencyCode, PersonId } from '../brand.js';
import type { Competency, Standard } from '../program/standard.js';
import type { StatusChanged } from '../record/record-entry.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate } from '../units.js';

/** What a mentor does with one skill of one apprentice on one day. */
export interface CompetencyAct {
  readonly competency: CompetencyCode;
  readonly on: CalendarDate;
  readonly by: PersonId;
}

export interface CompetencyFacts {
  readonly apprenticeship: Apprenticeship;
  readonly standard: Standard;
  readonly mentorships: readonly Mentorship[];
  /** Changes of status in the record; left out, the status of today holds for every date. */
  readonly statusHistory?: readonly StatusChanged[];
  readonly today: CalendarDate;
}

export type CompetencyActRefusal =
  | NotInTrainingRefusal
  | { readonly kind: 'own-competency' }
  | { readonly kind: 'not-their-mentor' }
  | { readonly kind: 'unknown-competency' }
  | { readonly kind: 'future-date'; readonly today: CalendarDate };

/**
 * Whether a person may demonstrate, observe or sign off: a mentor assigned on that day and not only standing in, never the apprentice,
 * for a skill of the apprentice's standard, while they train (PRODUCT, "Competencies").
 */
export function mayActOnCompetency(
  act: CompetencyAct,
  facts: CompetencyFacts,
): Result<Competency, CompetencyActRefusal> {
  const { apprenticeship, standard, mentorships, today } = facts;
  if (act.by === apprenticeship.apprentice) return refuse({ kind: 'own-competency' });
  if (!teachesOn(mentorships, { mentor: act.by, apprenticeship: apprenticeship.id, date: act.on }))
    return refuse({ kind: 'not-their-mentor' });
  if (act.on > today) return refuse({ kind: 'future-date', today });
  const training = trainingOn(apprenticeship, act.on, facts.statusHistory);
  if (!training.ok) return training;
  const competency = standard.competencies.find((one) => one.code === act.competency);
  return competency ? accept(competency) : refuse({ kind: 'unknown-competency' });
}
