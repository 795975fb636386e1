import type { CalendarDate, Minutes, Standard, WorkProcessCode } from '@journeybook/domain';
import { addDays } from '@journeybook/domain';
import type { DemoApprentice } from './demo-people.js';

/** Hours of one date in one work process, as an apprentice would log them. */
export interface WorkedHours {
  readonly workedOn: CalendarDate;
  readonly workProcess: WorkProcessCode;
  readonly minutes: Minutes;
  readonly note: string;
}

/** The same numbers for the same seed: the demo world looks the same for everybody. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const notes: Readonly<Record<string, readonly string[]>> = {
  WP01: ['press line 2', 'press line 1', 'core machine 4', 'ran cell 3 with the day crew'],
  WP02: ['in-process checks', 'final inspection', 'sorted and tagged rejects'],
  WP03: ['job travellers for line 2', 'read the new drawing with my mentor'],
  WP04: ['height gauge and calipers', 'gauge checks, charted'],
  WP05: ['changeover with the set-up crew', 'first piece on the new die'],
  WP06: ['core making'],
  WP07: ['5S in our cell', 'problem solving on scrap'],
  WP08: ['preventive maintenance on line 1', 'lubrication round'],
  WP09: ['staged material for the week', 'lot labels'],
  WP10: ['production meeting', 'planned the shift'],
  WP11: ['safety walk', 'lockout practice'],
};

const isWeekend = (date: CalendarDate): boolean => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/**
 * Believable work of an apprentice up to yesterday: weekdays of seven and a half or eight hours in one or two processes, now and
 * then a day off; most of it where the standard has most hours, and never past what a process requires.
 */
export function demoWork(who: DemoApprentice, standard: Standard, today: CalendarDate): readonly WorkedHours[] {
  const random = randomFrom(who.weeks * 7919 + who.person.name.length);
  const left = new Map(standard.workProcesses.map((one) => [one.code, one.requiredMinutes as number]));
  const first = standard.workProcesses[0]?.code;
  if (first) left.set(first, (left.get(first) ?? 0) - who.advancedHours * 60);
  const worked: WorkedHours[] = [];
  const end = addDays(today, -7 * who.stoppedWeeks);
  for (let date = addDays(today, -7 * who.weeks); date < end; date = addDays(date, 1)) {
    if (isWeekend(date) || random() < 0.05) continue;
    const day = random() < 0.5 ? 450 : 480;
    const split = random() < 0.35 ? 120 : 0;
    for (const minutes of split ? [day - split, split] : [day]) {
      const process = pick(left, random);
      if (!process || (left.get(process) ?? 0) < minutes) continue;
      left.set(process, (left.get(process) ?? 0) - minutes);
      const said = notes[process] ?? [];
      const note = random() < 0.5 ? (said[Math.floor(random() * said.length)] ?? '') : '';
      worked.push({ workedOn: date, workProcess: process, minutes: minutes as Minutes, note });
    }
  }
  return worked;
}

/** All the hours of the standard, one process after the other, eight hours a weekday. */
export function finishedWork(who: DemoApprentice, standard: Standard, today: CalendarDate): readonly WorkedHours[] {
  const worked: WorkedHours[] = [];
  let date = addDays(today, -7 * who.weeks);
  for (const { code, requiredMinutes } of standard.workProcesses)
    for (let left: number = requiredMinutes; left > 0; left -= 480) {
      while (isWeekend(date)) date = addDays(date, 1);
      worked.push({ workedOn: date, workProcess: code, minutes: Math.min(left, 480) as Minutes, note: '' });
      date = addDays(date, 1);
    }
  return worked;
}

/** A process with a chance in proportion to the hours it still requires. */
function pick(left: ReadonlyMap<WorkProcessCode, number>, random: () => number): WorkProcessCode | undefined {
  const open = [...left].filter(([, minutes]) => minutes >= 120);
  let drawn = random() * open.reduce((sum, [, minutes]) => sum + minutes, 0);
  return open.find(([, minutes]) => (drawn -= minutes) <= 0)?.[0] ?? open.at(-1)?.[0];
}
