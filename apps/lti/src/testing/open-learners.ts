import { instant } from '@journeybook/contracts';
import { expect, vi } from 'vitest';
import { takeTurn } from '../turns/take-turn.js';
import { type AddedLearner, fillCourse } from './fill-course.js';
import { openCourse } from './open-course.js';
import { places, type Profile, type World } from './start-world.js';

export interface OpenedLearners {
  readonly contextId: string;
  readonly courseId: string;
  readonly learners: readonly AddedLearner[];
  /** Puts a score of the learner into the outbox and its delivery into the queue, as the API does; answers its id. */
  confirm(learner: AddedLearner | undefined, scorePercent: number | null, more?: Confirming): Promise<string>;
  /** Only into the outbox. */
  write(learner: AddedLearner | undefined, scorePercent: number | null, more?: Confirming): string;
  type(learner: AddedLearner | undefined, score: number | null): void;
  /** What the gradebook shows, by learner. */
  shown(): Record<string, number | null>;
}

export interface Confirming {
  readonly graded?: boolean;
  readonly restores?: boolean;
  readonly decidedAt?: Date;
}

/** Opens the demo course with so many learners more, has it read, and empties the log of requests. */
export async function openLearners(world: World, profile: Profile, count: number): Promise<OpenedLearners> {
  const { courseId } = places[profile];
  const { control } = world.simulator;
  const learners = fillCourse(world, courseId, count);
  const contextId = await openCourse(world, profile);
  await vi.waitFor(() => expect(world.api.reported.reportResults).toHaveLength(1), { timeout: 15_000 });
  control.clearRequests();
  const write: OpenedLearners['write'] = (
    learner,
    scorePercent,
    { graded = true, restores = false, decidedAt = new Date() } = {},
  ) =>
    world.api.addDelivery({
      contextId,
      subject: learner?.subject ?? '',
      scorePercent,
      graded,
      restores,
      comment: '16 RTI hours credited',
      column: { label: 'RTI completion', resourceId: 'rti' },
      decidedAt: instant.parse(decidedAt.toISOString()),
    });
  return {
    contextId,
    courseId,
    learners,
    write,
    async confirm(learner, scorePercent, more) {
      const deliveryId = write(learner, scorePercent, more);
      await world.lti.parts.jobs.send('deliver-score', { deliveryId });
      return deliveryId;
    },
    type: (learner, score) =>
      control.typeGrade({
        courseId,
        column: control.gradebook(courseId)[0]?.id ?? '',
        personId: learner?.id ?? '',
        score,
      }),
    shown: () =>
      Object.fromEntries(
        control.gradebook(courseId).flatMap(({ cells }) => cells.map(({ personId, score }) => [personId, score])),
      ),
  };
}

/**
 * Until nothing of the reading is under way any more, for tests that count who asks next: rows are made after it, in turns of their own
 * (lti.md 4.4). Empties the log of requests once more.
 */
export async function untilSettled({ lti, simulator }: World, contextId: string): Promise<void> {
  const { store } = lti.parts;
  const registrationId = (await store.contexts.find(contextId))?.registration.id ?? '';
  const untilNobodyAsks = async () =>
    expect(
      await takeTurn(lti.parts, { registrationId, job: 'check', attempt: 0, work: () => Promise.resolve(null) }),
    ).toBeNull();
  await untilNobodyAsks();
  const column = await store.lineItems.find(contextId);
  if (column)
    await vi.waitFor(async () => expect(await store.lineItems.listSeeds(column.id, 1)).toEqual([]), {
      timeout: 15_000,
    });
  await untilNobodyAsks();
  simulator.control.clearRequests();
}
