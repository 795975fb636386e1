import { newId } from '@journeybook/database';
import type {
  Apprenticeship,
  CalendarDate,
  Instant,
  RecordEntry,
  SectionId,
  Standard,
  WorkProcessCode,
} from '@journeybook/domain';
import { addDays, confirmCompletion, hours } from '@journeybook/domain';
import type { DemoApprentice } from './demo-people.js';
import { staff } from './demo-people.js';

const on = (date: CalendarDate): Instant => `${date}T16:00:00.000Z` as Instant;

interface Context {
  readonly apprenticeship: Apprenticeship;
  readonly standard: Standard;
  readonly section: SectionId;
  readonly today: CalendarDate;
}

/** RTI of earlier terms, confirmed by the instructor, and advanced standing granted by the sponsor. */
export function demoCredits(
  who: DemoApprentice,
  { apprenticeship, standard, section }: Context,
): readonly RecordEntry[] {
  const courses = who.courses.map((course, index): RecordEntry => {
    const completedOn = addDays(
      apprenticeship.beganOn,
      Math.floor((7 * who.weeks * (index + 1)) / (who.courses.length + 2)),
    );
    const confirmed = confirmCompletion(
      {
        section,
        course,
        scorePercent: 78 + ((index * 7 + who.weeks) % 20),
        source: 'lms-grade',
        confirmedBy: staff.rosa.id,
        completedOn,
      },
      {
        apprenticeship: { ...apprenticeship, status: 'active' },
        standard,
        passMarkPercent: standard.policies.passMarkPercent,
        standing: null,
        reversedTimes: 0,
        now: on(completedOn),
        recordEntry: newId(),
      },
    );
    if (!confirmed.ok || confirmed.value.kind !== 'credited')
      throw new Error(`the demo world breaks a rule at ${course}`);
    return confirmed.value.credit;
  });
  return [...courses, ...advancedStanding(who, apprenticeship)];
}

function advancedStanding(who: DemoApprentice, apprenticeship: Apprenticeship): readonly RecordEntry[] {
  if (who.advancedHours === 0) return [];
  const grantedOn = addDays(apprenticeship.beganOn, 3);
  return [
    {
      ...common(apprenticeship, grantedOn),
      kind: 'advanced-standing-granted',
      source: `standing/${apprenticeship.id}/WP01/1`,
      subject: { kind: 'work-process', workProcess: 'WP01' as WorkProcessCode, minutes: hours(who.advancedHours) },
      reason: 'Youth apprenticeship, certificate of completion on file',
    },
  ];
}

/** Registered on the first day, active after six weeks, suspended when work stopped. */
export function demoStatus(
  who: DemoApprentice,
  apprenticeship: Apprenticeship,
  today: CalendarDate,
): readonly RecordEntry[] {
  const changes: (readonly [CalendarDate, Apprenticeship['status'], string])[] = [
    [apprenticeship.beganOn, 'registered', 'Agreement signed'],
  ];
  if (who.status !== 'registered') changes.push([addDays(apprenticeship.beganOn, 42), 'active', 'Probation ended']);
  if (who.stoppedWeeks > 0) changes.push([addDays(today, -7 * who.stoppedWeeks), 'suspended', 'Parental leave']);
  return changes.map(([date, status, reason], index) => ({
    ...common(apprenticeship, date),
    kind: 'status-changed',
    source: `status/${apprenticeship.id}/${index + 1}`,
    status,
    reason,
    from: changes[index - 1]?.[1] ?? 'draft',
    decidedBy: 'sponsor',
  }));
}

const common = (apprenticeship: Apprenticeship, date: CalendarDate) => ({
  id: newId<RecordEntry['id']>(),
  apprenticeship: apprenticeship.id,
  standard: apprenticeship.standard,
  occurredOn: date,
  recordedAt: `${date}T15:00:00.000Z` as Instant,
  answeredBy: staff.ines.id,
});
