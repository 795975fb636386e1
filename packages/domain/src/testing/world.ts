import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import type { CompletionReview } from '../completion/completion-review.js';
import { beginReview } from '../completion/completion-review.js';
import type { Requirement } from '../completion/requirements.js';
import { listRequirements } from '../completion/requirements.js';
import type { ApprovedHours } from '../hours/hours-entry.js';
import type { Approach, Standard } from '../program/standard.js';
import type { EntryReversed, RecordEntry, StatusChanged } from '../record/record-entry.js';
import { hours, minutes } from '../units.js';
import { apprenticeship, mentorship } from './build.js';
import { competencyCode, courseCode, day, now, processCode, recordEntryId } from './build-ids.js';
import { competency, course, standard, workProcess } from './build-standard.js';
import { statusChanged } from './build-record.js';

/** One apprentice with everything the rules need to decide; what a database would hold. */
export interface World {
  readonly standard: Standard;
  readonly apprenticeship: Apprenticeship;
  readonly entries: readonly RecordEntry[];
  readonly approved: readonly ApprovedHours[];
  readonly review: CompletionReview;
  /** Ids given out so far. */
  readonly ids: number;
}

export const lastDay = day('2026-12-31');
export const clock = { today: lastDay, now };
export const mentorships = [mentorship()];

/** Two processes of 10 h (8 to 12) and 5 h (4 to 5), two skills, two courses and a credential. */
export const smallStandard = (approach: Approach): Standard =>
  standard({
    approach,
    ojtMinutes: hours(15),
    rtiMinutes: hours(6),
    workProcesses: [
      workProcess({ requiredMinutes: hours(10), minimumMinutes: hours(8), maximumMinutes: hours(12) }),
      workProcess({ code: processCode('WP06'), requiredMinutes: hours(5), minimumMinutes: hours(4) }),
    ],
    competencies: [competency(), competency({ code: competencyCode('WP06.01'), workProcess: processCode('WP06') })],
    courses: [course({ requiredMinutes: hours(4) }), course({ code: courseCode('RTI11'), requiredMinutes: hours(2) })],
  });

/** Registered on the first day, with an empty record besides. */
export function newWorld(approach: Approach): World {
  const agreement = apprenticeship({ status: 'registered' });
  return {
    standard: smallStandard(approach),
    apprenticeship: agreement,
    entries: [statusChanged({ id: recordEntryId(0) })],
    approved: [],
    review: beginReview(agreement.id),
    ids: 1,
  };
}

export const nextId = (world: World) => recordEntryId(world.ids);
export const secondId = (world: World) => recordEntryId(world.ids + 1);

export const add = (world: World, ...entries: readonly RecordEntry[]): World => ({
  ...world,
  entries: [...world.entries, ...entries],
  ids: world.ids + entries.length,
});

export const historyOf = (world: World): readonly StatusChanged[] =>
  world.entries.filter((entry) => entry.kind === 'status-changed');

export const isReversed = ({ entries }: World, entry: RecordEntry): boolean =>
  entries.some((one): one is EntryReversed => one.kind === 'entry-reversed' && one.reverses === entry.id);

export const requirementsOf = ({ standard, apprenticeship, entries }: World): readonly Requirement[] =>
  listRequirements(standard, { beganOn: apprenticeship.beganOn, entries, today: lastDay });

export const someMinutes = (value: number) => minutes(value);
