import { newId } from '@journeybook/database';
import type {
  Apprenticeship,
  CalendarDate,
  HoursEntry,
  Instant,
  OjtHoursCredited,
  OrganizationId,
  PersonActor,
  PersonId,
  RecordEntry,
  Standard,
} from '@journeybook/domain';
import {
  addDays,
  approveHours,
  logHours,
  minutes,
  returnHours,
  reverseEntry,
  signOffCompetency,
  submitHours,
} from '@journeybook/domain';
import type { DemoApprentice } from './demo-people.js';
import { staff } from './demo-people.js';
import type { WorkedHours } from './demo-work.js';
import { allowed } from './allowed.js';
import { demoWork, finishedWork } from './demo-work.js';

/** What a demo apprentice brings: entries of hours in their states, and a record made by the same rules as any other. */
export interface History {
  readonly hours: readonly HoursEntry[];
  readonly record: readonly RecordEntry[];
}

const on = (date: CalendarDate, time: string): Instant => `${date}T${time}:00.000Z` as Instant;

/** The mentor goes through the week on Saturday morning, or today when the week is not over. */
function decidedOn(workedOn: CalendarDate, today: CalendarDate): CalendarDate {
  const weekday = new Date(`${workedOn}T00:00:00Z`).getUTCDay();
  const saturday = addDays(workedOn, 6 - weekday);
  return saturday < today ? saturday : today;
}

const asMentor = (person: PersonId, organization: OrganizationId): PersonActor => ({
  kind: 'person',
  person,
  roles: [{ role: 'mentor', organization }],
});

/** The history of one apprentice up to today, in the order in which it was signed for. */
export function demoHistory(
  who: DemoApprentice,
  { apprenticeship, standard, today }: { apprenticeship: Apprenticeship; standard: Standard; today: CalendarDate },
): History {
  const mentorships = [
    { mentor: who.mentor.id, apprenticeship: apprenticeship.id, from: apprenticeship.beganOn, until: null },
  ];
  const training = { ...apprenticeship, status: 'active' as const };
  const log = (work: WorkedHours) => {
    const now = on(work.workedOn, '21:40');
    const facts = { apprenticeship: training, standard, minutesThatDay: minutes(0), today: work.workedOn, now };
    const draft = allowed(logHours({ ...work, id: newId() }, facts));
    return allowed(submitHours(draft, { by: who.person.id, at: now }));
  };
  const work = (who.finished ? finishedWork : demoWork)(who, standard, today);
  const waitingFrom = [...new Set(work.map((one) => one.workedOn))].at(-who.waitingDays) ?? today;
  const hours: HoursEntry[] = [];
  const record: RecordEntry[] = [];
  for (const one of work) {
    const submitted = log(one);
    if (who.waitingDays > 0 && one.workedOn >= waitingFrom) {
      hours.push(submitted);
      continue;
    }
    const at = on(decidedOn(one.workedOn, today), '14:05');
    const deciding = {
      by: asMentor(who.mentor.id, apprenticeship.employer),
      apprenticeship,
      mentorships,
      shownVersion: submitted.version,
      at,
      recordEntry: newId<never>(),
    };
    const { approved, credit } = allowed(approveHours(submitted, deciding));
    hours.push(approved);
    record.push(credit);
  }
  record.push(...signOffs(who, { apprenticeship: training, standard, mentorships, today }));
  return { hours, record };
}

/** A Job Book is not signed page by page: the first competencies of every process come before the last of any. */
function inPractice({ competencies }: Standard): Standard['competencies'] {
  const processes = Map.groupBy(competencies, (one) => one.workProcess);
  const place = (one: Standard['competencies'][number]) => {
    const own = processes.get(one.workProcess) ?? [];
    return own.indexOf(one) / own.length;
  };
  return competencies.toSorted((left, right) => place(left) - place(right));
}

/** The date, or the Friday before when it is on a weekend. */
function workday(date: CalendarDate): CalendarDate {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, weekday === 6 ? -1 : weekday === 0 ? -2 : 0);
}

/** Sign-offs spread evenly over the time worked. */
function signOffs(
  who: DemoApprentice,
  facts: Pick<Parameters<typeof signOffCompetency>[1], 'apprenticeship' | 'standard' | 'mentorships' | 'today'>,
): readonly RecordEntry[] {
  const days = 7 * (who.weeks - who.stoppedWeeks) - 2;
  return inPractice(facts.standard)
    .slice(0, who.signedOff)
    .map((competency, index) => {
      const date = workday(
        addDays(facts.apprenticeship.beganOn, 6 + Math.floor(((days - 6) * (index + 1)) / (who.signedOff + 1))),
      );
      return allowed(
        signOffCompetency(
          {
            competency: competency.code,
            level: index % 5 === 4 ? 4 : 3,
            comment: index % 4 === 0 ? 'Did it alone, twice, without a prompt.' : '',
            observedOn: date,
            by: who.mentor.id,
          },
          { ...facts, signedLevel: null, signedTimes: 0, now: on(date, '18:20'), recordEntry: newId() },
        ),
      );
    });
}

/** The entries without those whose credit was taken back: the apprentice got the hours back, and discarded them. */
export const withoutReversed = (
  hours: readonly HoursEntry[],
  record: readonly RecordEntry[],
): readonly HoursEntry[] => {
  const reversed = new Set(record.flatMap((one) => (one.kind === 'entry-reversed' ? [one.reverses] : [])));
  const gone = new Set<string>(
    record.flatMap((one) => (one.kind === 'ojt-hours-credited' && reversed.has(one.id) ? [one.hoursEntry] : [])),
  );
  return hours.filter(({ id }) => !gone.has(id));
};

/** One day that was credited to the wrong process and reversed by the mentor, as it happens. */
export function demoReversal(record: readonly RecordEntry[], today: CalendarDate): readonly RecordEntry[] {
  const credit = record.findLast(
    (one): one is OjtHoursCredited => one.kind === 'ojt-hours-credited' && one.minutes === 120,
  );
  if (!credit) return [];
  const reason = 'Logged to the wrong work process';
  const at = on(addDays(today, -1), '13:10');
  return [reverseEntry(credit, { id: newId(), by: credit.answeredBy, at, on: addDays(today, -1), reason })];
}

/** An entry that came back to the apprentice with a reason. */
export function demoReturned(history: History, who: DemoApprentice): readonly HoursEntry[] {
  const index = history.hours.findLastIndex((one) => one.status === 'submitted');
  const entry = history.hours[index];
  if (!entry) return history.hours;
  const mentorships = [
    { mentor: staff.lucia.id, apprenticeship: who.apprenticeship, from: entry.workedOn, until: null },
  ];
  const { employer } = entry;
  const deciding = { by: asMentor(staff.lucia.id, employer), apprenticeship: { employer, sponsor: employer } };
  const reason = 'You were on the line that afternoon. Please split the day between the two work processes.';
  const at = on(addDays(entry.workedOn, 1), '12:30');
  const returned = allowed(returnHours(entry, { ...deciding, mentorships, shownVersion: entry.version, at, reason }));
  return history.hours.with(index, returned);
}
