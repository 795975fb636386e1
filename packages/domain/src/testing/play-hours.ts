import type { PersonActor } from '../access/roles.js';
import { approveHours } from '../hours/approve-hours.js';
import { correctApprovedHours } from '../hours/correct-approved-hours.js';
import type { ApprovedHours } from '../hours/hours-entry.js';
import { logHours } from '../hours/log-hours.js';
import { reverseHours } from '../hours/reverse-hours.js';
import { submitHours } from '../hours/submit-hours.js';
import type { OjtHoursCredited } from '../record/record-entry.js';
import { addDays } from '../units.js';
import { ada, hoursEntryId } from './build-ids.js';
import type { World } from './world.js';
import { add, clock, isReversed, lastDay, mentorships, nextId, secondId, someMinutes } from './world.js';

const noOthers = someMinutes(0);

/** The apprentice logs and submits, somebody approves; each entry on a day of its own. */
export function workSome(
  world: World,
  who: PersonActor,
  { process, minutes }: { process: number; minutes: number },
): World {
  const { standard, apprenticeship } = world;
  const workProcess = standard.workProcesses[process % standard.workProcesses.length];
  if (!workProcess) return world;
  const workedOn = addDays(lastDay, -(world.approved.length % 300));
  const toLog = {
    id: hoursEntryId(world.ids),
    workProcess: workProcess.code,
    workedOn,
    minutes: someMinutes(minutes),
    note: '',
  };
  const draft = logHours(toLog, { apprenticeship, standard, minutesThatDay: noOthers, ...clock });
  if (!draft.ok) return world;
  const submitted = submitHours(draft.value, { by: ada, at: clock.now });
  if (!submitted.ok) return world;
  const deciding = { by: who, apprenticeship, mentorships, shownVersion: 2 };
  const approval = { ...deciding, at: clock.now, recordEntry: nextId(world) };
  const answer = approveHours(submitted.value, approval);
  if (!answer.ok) return world;
  return { ...add(world, answer.value.credit), approved: [...world.approved, answer.value.approved] };
}

export function reverseSome(world: World, who: PersonActor, nth: number): World {
  const found = find(world, nth);
  if (!found) return world;
  const recorded = { ...recordedOf(world, found), at: clock.now, today: lastDay, recordEntry: nextId(world) };
  const answer = reverseHours(who, found.entry, recorded);
  if (!answer.ok) return world;
  return { ...add(world, answer.value.reversal), approved: world.approved.filter((one) => one !== found.entry) };
}

export function correctSome(world: World, who: PersonActor, { nth, minutes }: { nth: number; minutes: number }): World {
  const found = find(world, nth);
  if (!found) return world;
  const { workProcess, workedOn, note } = found.entry;
  const answer = correctApprovedHours(
    who,
    found.entry,
    {
      ...recordedOf(world, found),
      corrected: { workProcess, workedOn, note, minutes: someMinutes(minutes) },
      recordEntries: { reversal: nextId(world), credit: secondId(world) },
    },
    { apprenticeship: world.apprenticeship, standard: world.standard, minutesThatDay: noOthers, ...clock },
  );
  if (!answer.ok) return world;
  const { approved, reversal, credit } = answer.value;
  return {
    ...add(world, reversal, credit),
    approved: world.approved.map((one) => (one === found.entry ? approved : one)),
  };
}

const recordedOf = (world: World, { entry, credit }: { entry: ApprovedHours; credit: OjtHoursCredited }) => ({
  apprenticeship: world.apprenticeship,
  mentorships,
  credit,
  shownVersion: entry.version,
  reason: 'Wrong day',
});

function find(world: World, nth: number): { entry: ApprovedHours; credit: OjtHoursCredited } | null {
  const entry = world.approved[nth % Math.max(1, world.approved.length)];
  const credit = world.entries
    .filter((one) => one.kind === 'ojt-hours-credited')
    .find((one) => one.hoursEntry === entry?.id && !isReversed(world, one));
  return entry && credit ? { entry, credit } : null;
}
