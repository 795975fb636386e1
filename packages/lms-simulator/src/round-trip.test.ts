import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agsScope, nrpsScope } from './platform/scopes.js';
import { mediaType } from './services/media-types.js';
import { driveLaunch } from './testing/drive-launch.js';
import { type Pair, startPair } from './testing/start-pair.js';

const AGS = 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint';
const NRPS = 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice';

interface LaunchClaims {
  readonly sub: string;
  readonly [AGS]: { readonly lineitem: string };
  readonly [NRPS]: { readonly context_memberships_url: string };
}

const courses = {
  moodle: { courseId: '2', resourceLinkId: '1', learner: 'priya-nair' },
  canvas: { courseId: '565', resourceLinkId: '7b3f1c52-3f5a-4d0f-9c6b-2e4d8a1b7c90', learner: 'priya-nair' },
} as const;

const withSuffix = (url: string, suffix: string): string => {
  const [path, query] = url.split('?');
  return `${path}${suffix}${query ? `?${query}` : ''}`;
};

describe.each(['moodle', 'canvas'] as const)('a launch, the roster and a grade on %s', (profile) => {
  const { courseId, resourceLinkId, learner } = courses[profile];
  let pair: Pair;
  let claims: LaunchClaims;

  beforeAll(async () => {
    pair = await startPair(profile);
    const launch = await driveLaunch({ simulator: pair.simulator, courseId, resourceLinkId, personId: 'rosa-silva' });
    claims = (await (await launch.post()).json()) as LaunchClaims;
  });
  afterAll(() => pair.close());

  test('the tool accepts the launch', () => {
    expect(claims.sub).not.toBe('');
  });

  test('the roster holds the learners of the course', async () => {
    const answer = await pair.call([nrpsScope], claims[NRPS].context_memberships_url, {
      headers: { accept: mediaType.members },
    });
    const { members } = (await answer.json()) as { members: { name: string }[] };
    expect(members.map((member) => member.name)).toContain('Priya Nair');
  });

  test('a score reaches the gradebook and comes back as a result', async () => {
    const person = pair.simulator.control.gradebook(courseId)[0];
    const roster = await pair.call([nrpsScope], claims[NRPS].context_memberships_url, {});
    const { members } = (await roster.json()) as { members: { name: string; user_id: string }[] };
    const userId = members.find((member) => member.name === 'Priya Nair')?.user_id;
    const score = {
      userId,
      scoreGiven: 9,
      scoreMaximum: 10,
      activityProgress: 'Completed',
      gradingProgress: 'FullyGraded',
      timestamp: new Date().toISOString(),
      comment: '16 hours',
    };

    const posted = await pair.call([agsScope.score], withSuffix(claims[AGS].lineitem, '/scores'), {
      method: 'POST',
      headers: { 'content-type': mediaType.score },
      body: JSON.stringify(score),
    });
    const results = await pair.call([agsScope.resultReadonly], withSuffix(claims[AGS].lineitem, '/results'), {
      headers: { accept: mediaType.results },
    });

    expect(posted.status).toBe(200);
    // Canvas shows the points that were sent, Moodle those of the column.
    const shown =
      profile === 'canvas' ? { resultScore: 9, resultMaximum: 10 } : { resultScore: 90, resultMaximum: 100 };
    expect(await results.json()).toMatchObject([{ userId, ...shown, comment: '16 hours' }]);
    expect(person?.label).toMatch(/^RTI: /);
    expect(pair.simulator.control.gradebook(courseId)[0]?.cells).toMatchObject([
      { personId: learner, score: 90, setBy: 'tool' },
    ]);
  });

  test('a launch posted twice is refused the second time', async () => {
    const launch = await driveLaunch({
      simulator: pair.simulator,
      courseId,
      resourceLinkId,
      personId: learner,
      forge: 'replayed',
    });
    expect((await launch.post()).status).toBe(401);
  });
});
