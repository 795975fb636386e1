import type { CompetencyView, MergedRecord, Named, SignOffRequestView } from '@journeybook/contracts';
import type { ApprenticeshipId, CalendarDate } from '@journeybook/domain';

/** A skill of one apprentice, with all that an act on it needs to know. */
export interface Skill {
  readonly apprenticeship: ApprenticeshipId;
  readonly apprentice: Named;
  readonly levels: MergedRecord['levels'];
  readonly competency: CompetencyView;
  /** The first day an act may be on; null where the agreement's first day is not at hand. */
  readonly earliest: CalendarDate | null;
}

/** A skill as the record shows it. */
export const skillOf = (record: MergedRecord, competency: CompetencyView): Skill => ({
  apprenticeship: record.apprenticeship,
  apprentice: record.apprentice,
  levels: record.levels,
  competency,
  earliest: record.beganOn,
});

/** A skill as a request for its sign-off shows it. */
export const skillOfRequest = (request: SignOffRequestView): Skill => ({
  apprenticeship: request.apprenticeship,
  apprentice: request.apprentice,
  levels: request.levels,
  competency: request.competency,
  earliest: null,
});
