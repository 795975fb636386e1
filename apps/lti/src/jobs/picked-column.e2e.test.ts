import { instant, type CoursePick } from '@journeybook/contracts';
import { driveLaunch } from '@journeybook/lms-simulator';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { deliverScore } from '../scores/deliver-score.js';
import { drivePicker } from '../testing/drive-picker.js';
import { openCourse } from '../testing/open-course.js';
import { untilSettled } from '../testing/open-learners.js';
import { readCourse } from '../testing/read-course.js';
import { places, type Profile, startWorld, type World } from '../testing/start-world.js';

const blueprint = {
  rapidsCode: '2031',
  course: 'RTI09',
  title: 'Blueprint Reading',
  minutes: 960,
  ownPart: false,
} as CoursePick;

describe.each<Profile>(['moodle', 'canvas'])('a course of %s with a link that was picked', (profile) => {
  const { courseId } = places[profile];
  let world: World;
  beforeEach(async () => {
    world = await startWorld(profile);
  });
  afterEach(() => world.close());

  /** Adds a link by choosing content, and opens it. */
  const pickAndOpen = async (course = blueprint) => {
    const { request, read, answer, save } = drivePicker(world, profile);
    const picker = await read(await (await request()).post());
    const { links } = await save(await answer(picker, world.api.pick(course)));
    const resourceLinkId = links.at(-1)?.id ?? '';
    const launch = await driveLaunch({ simulator: world.simulator, courseId, resourceLinkId, personId: 'rosa-silva' });
    expect((await launch.post()).status).toBe(200);
  };
  const push = async (contextId: string) => {
    const priya = world.api.reported.reportRoster.at(-1)?.members.find(({ name }) => name === 'Priya Nair');
    const delivery = world.api.addDelivery({
      contextId,
      subject: priya?.subject ?? '',
      scorePercent: 85,
      graded: true,
      comment: '16 RTI hours credited',
      column: { label: 'RTI completion', resourceId: 'rti' },
      decidedAt: instant.parse(new Date().toISOString()),
    });
    await deliverScore(world.lti.parts, delivery);
  };
  /** Two RTI courses in one course of the platform: one opened by a link without a column, the other picked. */
  const openBoth = async () => {
    const plain = { id: 'plain', title: 'Journeybook', description: '', custom: {} };
    world.simulator.control.addResourceLink(courseId, plain);
    const contextId = await openCourse(world, profile, { courseId, resourceLinkId: plain.id });
    await vi.waitFor(() => expect(world.api.reported.reportResults).toHaveLength(1), { timeout: 10_000 });
    await pickAndOpen({ ...blueprint, ownPart: true });
    const other = world.api.reported.reportLaunch.at(-1)?.context.id ?? '';
    expect(other).not.toBe(contextId);
    return { contextId, other };
  };
  const columnsWithAScore = () =>
    world.simulator.control
      .gradebook(courseId)
      .filter(({ cells }) => cells.some(({ score }) => score !== null))
      .map(({ label }) => label);

  test('has its grades in that link’s column, although another link was opened and read before', async () => {
    const contextId = await openCourse(world, profile);
    await vi.waitFor(() => expect(world.api.reported.reportResults).toHaveLength(1), { timeout: 10_000 });
    await pickAndOpen();
    expect(world.api.reported.reportLaunch.at(-1)?.context.id).toBe(contextId);
    await push(contextId);
    expect(columnsWithAScore()).toEqual(['RTI: Blueprint Reading']);
    await readCourse(world.lti.parts, { contextId });
    expect(world.api.reported.reportResults.at(-1)).toMatchObject({ columnTitle: 'RTI: Blueprint Reading' });
  });

  test('neither reads nor writes the column of another RTI course in it', async () => {
    const { contextId, other } = await openBoth();
    await push(other);
    expect(columnsWithAScore()).toEqual(['RTI: Blueprint Reading']);
    await readCourse(world.lti.parts, { contextId });
    const read = world.api.reported.reportResults.filter((one) => one.contextId === contextId);
    expect(read.flatMap(({ results }) => results.filter(({ scorePercent }) => scorePercent !== null))).toEqual([]);
    await push(contextId);
    expect(columnsWithAScore().toSorted()).toEqual(['RTI completion', 'RTI: Blueprint Reading']);
  });

  test('keeps the column that grades were read from, also when another link is picked', async () => {
    const contextId = await openCourse(world, profile);
    await vi.waitFor(() => expect(world.api.reported.reportResults).toHaveLength(1), { timeout: 10_000 });
    await untilSettled(world, contextId);
    const column = world.simulator.control.gradebook(courseId)[0]?.id ?? '';
    world.simulator.control.typeGrade({ courseId, column, personId: 'priya-nair', score: 85 });
    const read = async () => {
      await readCourse(world.lti.parts, { contextId });
      const graded = world.api.reported.reportResults
        .at(-1)
        ?.results.filter(({ scorePercent }) => scorePercent !== null);
      return graded?.map(({ scorePercent }) => scorePercent);
    };
    expect(await read()).toEqual([85]);
    const before = columnsWithAScore();
    await pickAndOpen();
    expect(await read()).toEqual([85]);
    await push(contextId);
    expect(columnsWithAScore()).toEqual(before);
  });

  test('keeps the column that has scores of ours', async () => {
    const contextId = await openCourse(world, profile);
    await vi.waitFor(() => expect(world.api.reported.reportResults).toHaveLength(1), { timeout: 10_000 });
    await push(contextId);
    const before = columnsWithAScore();
    await pickAndOpen();
    await push(contextId);
    expect(columnsWithAScore()).toEqual(before);
  });
});
