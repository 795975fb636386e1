import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ApprenticeshipStatus } from '../apprenticeship/apprenticeship.js';
import type { Approach } from '../program/standard.js';
import type { RecordEntry } from '../record/record-entry.js';
import { allTheWork, theEnd } from '../testing/commands.js';
import type { ReviewedItem } from './completion-review.js';
import type { Command, Who } from '../testing/commands.js';
import { play } from '../testing/play.js';
import type { World } from '../testing/world.js';
import { newWorld } from '../testing/world.js';

const approaches = ['time', 'competency', 'hybrid'] as const satisfies readonly Approach[];
const runsEach = 6_000;

const who = fc.constantFrom<Who>('apprentice', 'mentor', 'employer', 'sponsor', 'apprentice-with-office', 'instructor');
const right = (person: Who) => fc.oneof({ weight: 4, arbitrary: fc.constant(person) }, { weight: 1, arbitrary: who });
const nth = fc.nat({ max: 20 });
const some = fc.integer({ min: -60, max: 900 });

const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ do: fc.constant('work' as const), who: right('mentor'), process: nth, minutes: some }),
  fc.record({ do: fc.constantFrom('reverse-hours' as const, 'void-sign-off' as const), who: right('mentor'), nth }),
  fc.record({ do: fc.constant('void-entry' as const), who: right('sponsor'), nth }),
  fc.record({ do: fc.constant('correct-hours' as const), who: right('mentor'), nth, minutes: some }),
  fc.record({ do: fc.constant('sign-off' as const), who: right('mentor'), skill: nth, level: fc.nat({ max: 5 }) }),
  fc.record({ do: fc.constant('confirm' as const), course: nth, score: fc.integer({ min: -1, max: 101 }) }),
  fc.record({ do: fc.constant('credential' as const), who: right('employer') }),
  fc.record({ do: fc.constant('variance' as const), who: right('sponsor'), process: nth, minutes: some }),
  fc.record({
    do: fc.constant('standing' as const),
    who: right('employer'),
    decider: right('sponsor'),
    item: nth,
    minutes: some,
  }),
  fc.record({
    do: fc.constant('status' as const),
    who: right('sponsor'),
    to: fc.constantFrom<ApprenticeshipStatus>('active', 'active', 'suspended', 'cancelled', 'completed', 'registered'),
  }),
  fc.record({ do: fc.constant('attest' as const), who: right('employer') }),
  fc.record({ do: fc.constantFrom('award' as const, 'return' as const), who: right('sponsor') }),
  fc.record({ do: fc.constant('review' as const), who: right('sponsor'), nth, accepted: fc.boolean() }),
  fc.record({ do: fc.constant('review-all' as const), who: right('sponsor') }),
);

/** Anything at all; now and then most of the work at once, and the end, so that completion is within reach. */
const commands: fc.Arbitrary<readonly Command[]> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: anyCommand.map((one) => [one]) },
      { weight: 1, arbitrary: fc.subarray([...allTheWork], { minLength: allTheWork.length - 2 }) },
      { weight: 1, arbitrary: fc.constant([...theEnd]) },
    ),
    { maxLength: 16 },
  )
  .map((parts) => parts.flat());

/**
 * What the record really shows, added up here from the raw entries and by nothing that the rules use: hours by process with at most what
 * may count, hours by course, levels by skill, credentials.
 */
function shows({ entries, standard }: World) {
  const reversed = new Set(entries.flatMap((one) => (one.kind === 'entry-reversed' ? [one.reverses] : [])));
  const sums = new Map<string, number>();
  const add = (key: string, value: number) => sums.set(key, (sums.get(key) ?? 0) + value);
  const raise = (key: string, level: number) => sums.set(key, Math.max(sums.get(key) ?? 0, level));
  for (const entry of entries) {
    if (reversed.has(entry.id)) continue;
    if (entry.kind === 'ojt-hours-credited') add(`worked ${entry.workProcess}`, entry.minutes);
    if (entry.kind === 'variance-approved') add(`variance ${entry.workProcess}`, entry.minutes);
    if (entry.kind === 'rti-hours-credited') add(`studied ${entry.course}`, entry.minutes);
    if (entry.kind === 'competency-attested') raise(`level ${entry.competency}`, entry.level);
    if (entry.kind === 'credential-earned') add(`earned ${entry.credential}`, 1);
    if (entry.kind === 'mastery-attested') add('attested', 1);
    if (entry.kind !== 'advanced-standing-granted') continue;
    if (entry.subject.kind === 'work-process') add(`worked ${entry.subject.workProcess}`, entry.subject.minutes);
    if (entry.subject.kind === 'course') add(`studied ${entry.subject.course}`, entry.subject.minutes);
    if (entry.subject.kind === 'competency') raise(`level ${entry.subject.competency}`, entry.subject.level);
  }
  const of = (key: string) => sums.get(key) ?? 0;
  const hoursOf = (process: World['standard']['workProcesses'][number]) =>
    Math.min(
      of(`worked ${process.code}`),
      (process.maximumMinutes ?? process.requiredMinutes) + of(`variance ${process.code}`),
    );
  return {
    everyHour: standard.workProcesses.every((one) => hoursOf(one) >= one.requiredMinutes),
    everyMinimum: standard.workProcesses.every((one) => hoursOf(one) >= (one.minimumMinutes ?? one.requiredMinutes)),
    everySkill: standard.competencies.every((one) => of(`level ${one.code}`) >= one.requiredLevel),
    everyCourse: standard.courses.every((one) => of(`studied ${one.code}`) >= one.requiredMinutes),
    everyCredential: standard.completionCredentials.every((one) => of(`earned ${one.code}`) > 0),
    attested: of('attested') === 1,
  };
}

function mayBeCompleted(world: World): boolean {
  const { everyHour, everyMinimum, everySkill, everyCourse, everyCredential, attested } = shows(world);
  const work = { time: everyHour, competency: everySkill, hybrid: everyMinimum && everySkill }[world.standard.approach];
  return work && everyCourse && everyCredential && attested;
}

/** Which standing entries are behind an item, by nothing that the rules use. */
function evidenceOf({ entries }: World, { kind, code }: { readonly kind: string; readonly code: string }) {
  const isBehind = (entry: RecordEntry): boolean => {
    if (entry.kind === 'ojt-hours-credited') return kind === 'process-hours' && entry.workProcess === code;
    if (entry.kind === 'rti-hours-credited') return kind === 'course' && entry.course === code;
    if (entry.kind === 'competency-attested') return kind === 'competency' && entry.competency === code;
    return false;
  };
  const reversed = new Set(entries.flatMap((one) => (one.kind === 'entry-reversed' ? [one.reverses] : [])));
  return new Set(entries.filter((one) => isBehind(one) && !reversed.has(one.id)).map((one) => one.id));
}

const playAll = (approach: Approach, list: readonly Command[]) => list.reduce(play, newWorld(approach));

describe.each(approaches)('by %s', (approach) => {
  test('all the work, the attestation, the review and the award complete an apprenticeship', () => {
    const world = playAll(approach, [...allTheWork, ...theEnd]);
    expect(world.apprenticeship.status).toBe('completed');
    expect(mayBeCompleted(world)).toBe(true);
  });
  test(`none of ${runsEach} sequences of commands completes with an unmet requirement, and none goes on after the end`, () => {
    let completed = 0;
    let cut = 0;
    fc.assert(
      fc.property(commands, (list) => {
        let world = newWorld(approach);
        for (const command of list) {
          const before = world;
          world = play(before, command);
          if (before.apprenticeship.status === 'completed') expect(world).toBe(before);
          if (command.do === 'award' && world === before) cut += 1;
        }
        expect(world.entries.length).toBeGreaterThanOrEqual(1);
        if (world.apprenticeship.status !== 'completed') return;
        completed += 1;
        expect(mayBeCompleted(world)).toBe(true);
      }),
      { numRuns: runsEach },
    );
    // The property says something only when both happen often.
    expect(completed).toBeGreaterThan(50);
    expect(cut).toBeGreaterThan(50);
  });
});

/** Everything accepted; then some of it undone or not, the work done once more, and the award. */
const redone: fc.Arbitrary<readonly Command[]> = fc
  .array(anyCommand, { minLength: 1, maxLength: 3 })
  .map((some) => [...allTheWork, ...theEnd.slice(0, 2), ...some, ...allTheWork, ...theEnd.filter((_, at) => at !== 1)]);

describe.each(approaches)('by %s, what was accepted', (approach) => {
  test('was accepted on entries that stand when completion is awarded, and not on others recorded anew', () => {
    let [completed, kept] = [0, 0];
    fc.assert(
      fc.property(redone, (list) => {
        const seen = new Map<ReviewedItem, ReturnType<typeof evidenceOf>>();
        let world = newWorld(approach);
        for (const command of list) {
          world = play(world, command);
          for (const item of world.review.items) if (!seen.has(item)) seen.set(item, evidenceOf(world, item));
        }
        if (world.apprenticeship.status !== 'completed') {
          kept += 1;
          return;
        }
        completed += 1;
        for (const item of world.review.items) {
          const stands = evidenceOf(world, item);
          expect([...(seen.get(item) ?? [])].filter((id) => !stands.has(id))).toEqual([]);
        }
      }),
      { numRuns: 400 },
    );
    expect(completed).toBeGreaterThan(50);
    expect(kept).toBeGreaterThan(10);
  });
});

/** What each approach does without, of `allTheWork` by place. */
const spare: Readonly<Record<Approach, readonly number[]>> = {
  time: [3, 4],
  competency: [1, 2],
  hybrid: [],
};

describe.each(approaches)('by %s, leaving out one step', (approach) => {
  test.each(allTheWork.map((command, index) => [index, command.do] as const))('(%i, %s) decides', (index) => {
    const world = playAll(approach, [...allTheWork.filter((_, place) => place !== index), ...theEnd]);
    expect(world.apprenticeship.status === 'completed').toBe(spare[approach].includes(index));
  });
  test.each([0, 1, 2])('of the end (%i) it is not completed', (index) => {
    const world = playAll(approach, [...allTheWork, ...theEnd.filter((_, place) => place !== index)]);
    expect(world.apprenticeship.status).toBe('active');
  });
});
