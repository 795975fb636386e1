import type { LogHoursBody } from '@journeybook/contracts';
import type { HoursView, Tables } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type {
  ApprenticeshipId,
  CalendarDate,
  CompetencyCode,
  HoursEntry,
  HoursEntryId,
  Minutes,
  PersonId,
  TimedWork,
  WorkProcessCode,
  WorkTimes,
} from '@journeybook/domain';
import { logHours, sumMinutes, submitHours } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { found, orRefuse, Refused } from '../http/refused.js';
import { loggingFacts } from './logging-facts.js';

interface Line {
  readonly id: HoursEntryId;
  readonly workProcess: WorkProcessCode;
  readonly minutes: Minutes;
  readonly times?: WorkTimes;
  readonly practised?: readonly CompetencyCode[];
  readonly note: string;
}

export interface HoursOfDay {
  readonly apprentice: PersonId;
  readonly apprenticeship: ApprenticeshipId;
  readonly workedOn: CalendarDate;
  readonly lines: readonly Line[];
  readonly submit: NonNullable<LogHoursBody['submit']>;
}

@Injectable()
export class LogHours {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Logs the hours of one date, all of them or none. An entry that was sent before, with the same content, is logged once. */
  async log(day: HoursOfDay): Promise<readonly HoursView[]> {
    await this.database.transaction((tables) => this.logWithin(tables, day));
    return this.database.read.hours.listViews(day.lines.map((line) => line.id));
  }

  private async logWithin(tables: Tables, day: HoursOfDay): Promise<void> {
    const agreement = found(await tables.agreements.lock(day.apprenticeship), { kind: 'not-their-record' });
    const { apprenticeship } = agreement;
    if (apprenticeship.apprentice !== day.apprentice) throw new Refused({ kind: 'not-their-record' });
    const there = await tables.hours.findAll(day.lines.map((line) => line.id));
    const fresh = onceEach(day.lines).filter((line) => !isThere(line, day, there));
    if (fresh.length === 0) return;
    // An old message that comes again after its hours were credited, taken back and discarded must not raise them from the dead.
    if (
      await tables.record.everCredited(
        day.apprenticeship,
        fresh.map((line) => line.id),
      )
    )
      throw new Refused({ kind: 'id-taken' });
    const facts = await loggingFacts(tables, this.clock, { agreement, workedOn: day.workedOn, except: [] });
    const entries: HoursEntry[] = [];
    for (const line of fresh) {
      const minutesThatDay = sumMinutes([facts.minutesThatDay, ...entries.map((entry) => entry.minutes)]);
      const timed = [...(facts.timed ?? []), ...entries.flatMap(timedWork)];
      const draft = orRefuse(logHours({ ...line, workedOn: day.workedOn }, { ...facts, minutesThatDay, timed }));
      entries.push(day.submit ? orRefuse(submitHours(draft, { by: day.apprentice, at: facts.now })) : draft);
    }
    if (!(await tables.hours.add(apprenticeship.sponsor, entries))) throw new Refused({ kind: 'id-taken' });
  }
}

const timedWork = ({ workedOn, times }: HoursEntry): readonly TimedWork[] => (times ? [{ workedOn, times }] : []);

/** The lines without repeats. */
function onceEach(lines: readonly Line[]): readonly Line[] {
  const firsts = new Map<HoursEntryId, Line>();
  for (const line of lines) {
    const first = firsts.get(line.id) ?? line;
    if (!sameWork(first, line)) throw new Refused({ kind: 'id-taken' });
    firsts.set(line.id, first);
  }
  return [...firsts.values()];
}

/** Whether this very line is there already. The same id with other content is refused: one of the two would be lost. */
function isThere(line: Line, day: HoursOfDay, there: readonly HoursEntry[]): boolean {
  const entry = there.find((one) => one.id === line.id);
  if (!entry) return false;
  const same = entry.apprenticeship === day.apprenticeship && entry.workedOn === day.workedOn && sameWork(entry, line);
  if (!same) throw new Refused({ kind: 'id-taken' });
  return true;
}

const sameWork = (left: Omit<Line, 'id'>, right: Omit<Line, 'id'>): boolean =>
  left.workProcess === right.workProcess &&
  left.minutes === right.minutes &&
  left.note === right.note &&
  left.times?.startMinute === right.times?.startMinute &&
  left.times?.endMinute === right.times?.endMinute &&
  (left.practised ?? []).join() === (right.practised ?? []).join();
