import type {
  apprenticeshipStatus,
  hoursEntryView,
  pace,
  paidHours,
  recordEntryView,
  role,
  signOffRequestState,
} from '@journeybook/contracts';
import { addDays, type CalendarDate } from '@journeybook/domain';
import type { z } from 'zod';
import { today } from '../ui/show-dates.js';
import { fakeCourses, fakeProcesses } from './fake-standard.js';

export type FakeHours = z.input<typeof hoursEntryView>;
export type FakeEntry = z.input<typeof recordEntryView>;
export interface FakePerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly { role: z.input<typeof role>; organization: { id: string; name: string } }[];
}
/** An apprentice's question for a sign-off, and what became of it. */
export interface FakeRequest {
  readonly id: string;
  readonly competency: string;
  readonly note: string;
  readonly at: string;
  state: z.input<typeof signOffRequestState>;
  answer?: { readonly feedback: string; readonly by: { id: string; name: string }; readonly at: string };
}
/** Courses of which some are chosen. */
export interface FakeElectives {
  readonly code: string;
  readonly title: string;
  readonly hours: number;
  readonly courses: readonly string[];
}
export interface FakeApprenticeship {
  readonly id: string;
  /** `active` when it is left out. */
  status?: z.input<typeof apprenticeshipStatus>;
  readonly apprentice: { id: string; name: string };
  readonly mentors: readonly { id: string; name: string }[];
  readonly beganOn: string;
  readonly running: Readonly<Record<string, { college: string; title: string }>>;
  hours: FakeHours[];
  entries: FakeEntry[];
  /** Left out: none. */
  requests?: FakeRequest[];
  paid?: Omit<z.input<typeof paidHours>, 'loggedMinutes'>[];
  electives?: FakeElectives;
  /** What differs from being on pace. */
  pace?: Partial<z.input<typeof pace>>;
  /** The version it was moved to; left out, the first one. */
  standard?: string;
  /** Skills that only an employer of before has. */
  formerSkills?: string[];
}

let counter = 0;
/** An id that no other thing of the fake has. */
export const fakeId = (): string => `00000000-0000-4000-8000-${String(++counter).padStart(12, '0')}`;

/** The date so many days before today, and an instant on it. */
export const daysAgo = (days: number): CalendarDate => addDays(today(), -days);
export const momentAgo = (days: number, time = '15:42'): string => `${daysAgo(days)}T${time}:00Z`;

export const northfield = { id: fakeId(), name: 'Northfield Castings' };
export const lakeside = { id: fakeId(), name: 'Lakeside Tool' };
export const sponsor = { id: fakeId(), name: 'Wisconsin Advanced Industries' };
export const college = { id: fakeId(), name: 'Lakeside College' };

const person = (name: string, ...roles: FakePerson['roles'][number][]): FakePerson => ({
  id: fakeId(),
  name,
  email: `${name.toLowerCase().split(' ')[0]}@example.org`,
  roles,
});

export const people = {
  adaeze: person('Adaeze Dike', { role: 'apprentice', organization: northfield }),
  tomas: person('Tomás Rivera', { role: 'apprentice', organization: northfield }),
  priya: person('Priya Nair', { role: 'apprentice', organization: northfield }),
  lucia: person('Lucia Okafor', { role: 'mentor', organization: northfield }),
  erin: person('Erin Schultz', { role: 'employer-admin', organization: northfield }),
  wanda: person('Wanda Novak', { role: 'sponsor-admin', organization: sponsor }),
  dora: person('Dora Lind', { role: 'college-admin', organization: college }),
  rosa: person('Rosa Silva', { role: 'instructor', organization: college }),
  ines: person('Ines Walker', { role: 'sponsor-admin', organization: sponsor }),
  marcus: person('Marcus Hale', { role: 'mentor', organization: northfield }),
  aude: person('Aude Keller', { role: 'auditor', organization: sponsor }),
};

export const named = ({ id, name }: { id: string; name: string }) => ({ id, name });

/** Hours that an apprentice logged, in whatever state. */
export function fakeHours(code: string, days: number, minutes: number, part: Partial<FakeHours> = {}): FakeHours {
  const title = fakeProcesses.find((process) => process.code === code)?.title ?? code;
  return {
    id: fakeId(),
    version: 1,
    status: 'submitted',
    workedOn: daysAgo(days),
    minutes,
    times: null,
    practised: [],
    workProcess: { code, title },
    employer: northfield,
    note: '',
    loggedAt: momentAgo(days),
    decidedBy: null,
    decidedAt: null,
    reason: null,
    ...part,
  };
}

const blankEntry = (days: number): FakeEntry => ({
  id: fakeId(),
  sequence: 0,
  kind: 'status-changed',
  subject: null,
  minutes: null,
  level: null,
  occurredOn: daysAgo(days),
  recordedAt: momentAgo(days, '17:05'),
  answeredBy: named(people.lucia),
  origin: northfield.name,
  text: '',
  loggedAt: null,
  hours: null,
  reverses: null,
  reversed: false,
});

/** Minutes on the job that count, as an approval puts them on the record. */
export function ojtEntry(code: string, days: number, minutes: number, part: Partial<FakeEntry> = {}): FakeEntry {
  const title = fakeProcesses.find((process) => process.code === code)?.title ?? code;
  const subject = { kind: 'work-process' as const, code, title, ended: false };
  const hours = {
    id: fakeId(),
    version: 2,
    status: 'approved' as const,
    times: null,
    practised: [],
    workProcess: code,
  };
  return {
    ...blankEntry(days),
    kind: 'ojt-hours-credited',
    subject,
    minutes,
    loggedAt: momentAgo(days),
    hours,
    ...part,
  };
}

/** A course that an instructor confirmed. */
export function rtiEntry(code: string, days: number, scorePercent: number): FakeEntry {
  const [, title = code, hours = 0] = fakeCourses.find((course) => course[0] === code) ?? [];
  return {
    ...blankEntry(days),
    kind: 'rti-hours-credited',
    subject: { kind: 'course', code, title, ended: false },
    minutes: hours * 60,
    answeredBy: named(people.rosa),
    origin: `${college.name}, Canvas: ${scorePercent} %`,
  };
}

/** An act of a mentor on a skill: shown, watched or signed. */
export function skillEntry(kind: FakeEntry['kind'], code: string, days: number, part: Partial<FakeEntry>): FakeEntry {
  const [process = '', task = '1'] = code.split('.');
  const title = fakeProcesses.find((one) => one.code === process)?.tasks[Number(task) - 1] ?? code;
  return { ...blankEntry(days), kind, subject: { kind: 'competency', code, title, ended: false }, ...part };
}

/** A competency that a mentor signed. */
export const signedEntry = (code: string, days: number, level = 3, comment = ''): FakeEntry =>
  skillEntry('competency-attested', code, days, { level, text: comment });

/** The reversal of an entry, which it marks as taken back. */
export function reversalOf(entry: FakeEntry, reason: string): FakeEntry {
  entry.reversed = true;
  const minutes = entry.minutes === null ? null : -entry.minutes;
  return {
    ...blankEntry(1),
    kind: 'entry-reversed',
    subject: entry.subject,
    minutes,
    text: reason,
    origin: 'Reversal',
    reverses: entry.id,
  };
}

/** Entries of one process, eight hours a working day, going back from `from` days ago until the hours are reached. */
export function workedHours(code: string, hours: number, from: number): FakeEntry[] {
  const entries: FakeEntry[] = [];
  for (let left = hours * 60, days = from; left > 0; days += 1) {
    const weekday = new Date(`${daysAgo(days)}T00:00:00Z`).getUTCDay();
    if (weekday === 0 || weekday === 6) continue;
    const minutes = Math.min(480, left);
    entries.push(ojtEntry(code, days, minutes, { text: days % 7 === 0 ? 'press line 2' : '' }));
    left -= minutes;
  }
  return entries;
}
