import { driveLaunch } from '@journeybook/lms-simulator';
import { expect } from 'vitest';
import { places, type Profile, type World } from './start-world.js';

/** Opens the course's activity as its instructor, has it read as the API does then, and returns the tool's id of the course. */
export async function openCourse(
  world: World,
  profile: Profile,
  place: { courseId: string; resourceLinkId?: string } = places[profile],
) {
  const launch = await driveLaunch({ simulator: world.simulator, ...place, personId: 'rosa-silva' });
  expect((await launch.post()).status).toBe(200);
  const contextId = world.api.reported.reportLaunch.at(-1)?.context.id;
  if (!contextId) throw new Error('The launch was not reported.');
  await world.lti.parts.jobs.send('read-roster', { contextId }, { key: contextId });
  return contextId;
}
