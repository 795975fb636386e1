import type { WagesView, WageStepView } from '@journeybook/contracts';
import type { Agreement } from '@journeybook/database';
import type { CalendarDate, PersonActor, RecordEntry } from '@journeybook/domain';
import { mayGiveWages, termsOf, wageSteps } from '@journeybook/domain';

/** Every step of the schedule, when it fell due and what is paid; no steps where the standard lays none down. */
export function presentWages(
  { apprenticeship, standard }: Pick<Agreement, 'apprenticeship' | 'standard'>,
  { entries, today, reader }: { entries: readonly RecordEntry[]; today: CalendarDate; reader: PersonActor },
): WagesView {
  const { wages, agency } = termsOf(standard);
  const { id, beganOn } = apprenticeship;
  return {
    apprenticeship: id,
    journeyworkerCentsPerHour: wages?.journeyworkerCentsPerHour ?? null,
    minimumWageCents: agency.minimumWageCents,
    steps: wages ? (wageSteps(wages, { standard, beganOn, entries, today }) as WageStepView[]) : [],
    may: { give: mayGiveWages(reader, { apprenticeship, standard }).ok },
  };
}
