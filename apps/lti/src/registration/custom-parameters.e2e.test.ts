import { readEveryLtiRow } from '@journeybook/database/lti';
import { demoWorld, driveLaunch, startLmsSimulator } from '@journeybook/lms-simulator';
import { expect, test } from 'vitest';
import { places, type Profile, startWorld } from '../testing/start-world.js';
import { customParameters } from './client-metadata.js';

const ends = '2031-05-09T12:00:00-06:00';
const originals = {
  moodle: { courseId: '3', resourceLinkId: '2' },
  canvas: { courseId: '566', resourceLinkId: '2f0d9c3e-6a41-4b58-8d7a-91c5e0b7a264' },
} as const;

test.each<Profile>(['moodle', 'canvas'])(
  'acceptance 14: a course copied in %s says at its launch which one it was copied from, and when it ends',
  async (profile) => {
    const world = await startWorld(profile);
    const { publicUrl } = world.config;
    const demo = demoWorld[profile];
    const [original, copy] = [originals[profile], places[profile]];
    // As it stands after it registered us: with the parameters that we asked for.
    const platform = await startLmsSimulator({
      profile,
      world: {
        ...demo,
        toolCustom: customParameters(profile),
        courses: demo.courses.map((course) =>
          course.id === copy.courseId
            ? {
                ...course,
                copiedFrom: [original.courseId],
                endsAt: ends,
                term: { name: 'Spring', startsAt: ends, endsAt: ends },
              }
            : course,
        ),
      },
      toolLoginUrl: `${publicUrl}/lti/login`,
      toolLaunchUrl: `${publicUrl}/lti/launch`,
      toolJwksUrl: `${publicUrl}/lti/jwks.json`,
    });
    await world.lti.parts.store.registrations.save({
      ...platform.registration,
      tokenAudience: null,
      profile,
      name: 'Lakeside',
      collegeId: world.collegeId,
    });
    for (const place of [original, copy]) {
      const launch = await driveLaunch({ simulator: platform, ...place, personId: 'rosa-silva' });
      expect((await launch.post()).status).toBe(200);
    }
    const [first, second] = world.api.reported.reportLaunch.map(({ context }) => context);
    expect(first).toMatchObject({ lmsId: expect.stringMatching(/./), history: [] });
    expect(second?.history).toEqual([first?.lmsId]);
    const { contexts = [] } = await readEveryLtiRow(world.databaseUrl);
    expect(contexts.filter((row) => row.includes('2031-05-09'))).toHaveLength(1);
    await platform.close();
    await world.close();
  },
);
