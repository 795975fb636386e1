import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { canvasPeople } from '../demo/people.js';
import { agsScope, nrpsScope } from '../platform/scopes.js';
import { type Pair, startPair } from '../testing/start-pair.js';
import { mediaType } from '../services/media-types.js';

let pair: Pair;
beforeEach(async () => {
  pair = await startPair('canvas');
});
afterEach(() => pair.close());

const sub = (id: string) => canvasPeople.find((person) => person.id === id)?.sub ?? '';
const twin = {
  id: 'priya-second',
  sub: 'second-account',
  givenName: 'Priya',
  familyName: 'Nair',
  username: 'priya2',
  email: 'priya.second@northfield.example',
  sisId: '',
};

/** By `user_id`, the names of a course's members. */
async function members(course = '565'): Promise<Record<string, string>> {
  const url = `${pair.simulator.url}/api/lti/courses/${course}/names_and_roles?limit=50`;
  const answer = await pair.call([nrpsScope], url);
  const { members: listed } = (await answer.json()) as { members: { user_id: string; name: string }[] };
  return Object.fromEntries(listed.map(({ user_id: id, name }) => [id, name]));
}

describe('accounts that were merged', () => {
  test('go on under the old id where it was used, and take a score under it; elsewhere under their own', async () => {
    const { control } = pair.simulator;
    control.addPerson(twin);
    expect((await members())[sub('priya-nair')]).toBe('Priya Nair');
    control.mergePeople({ from: 'priya-nair', into: twin.id });
    expect((await members())[sub('priya-nair')]).toBe('Priya Nair');
    expect(Object.keys(await members())).not.toContain(twin.sub);

    const post = await pair.call([agsScope.score], `${pair.simulator.url}/api/lti/courses/565/line_items/1204/scores`, {
      method: 'POST',
      headers: { 'content-type': mediaType.score },
      body: JSON.stringify({
        userId: sub('priya-nair'),
        activityProgress: 'Completed',
        gradingProgress: 'FullyGraded',
        scoreGiven: 5,
        scoreMaximum: 10,
        timestamp: new Date().toISOString(),
      }),
    });
    expect(post.status).toBe(200);
    const cells = control.gradebook('565').flatMap((column) => column.cells);
    expect(cells.filter(({ personId }) => personId === twin.id)).toMatchObject([{ sub: sub('priya-nair') }]);

    control.enrol('566', twin.id, 'learner');
    expect((await members('566'))[twin.sub]).toBe('Priya Nair');
  });
});

test('learners of a cross-listed section are in the other course, under the same ids', async () => {
  const before = await members('565');
  pair.simulator.control.crossList({ from: '565', into: '566' });
  const [left, there] = [await members('565'), await members('566')];
  expect(Object.keys(there)).toContain(sub('priya-nair'));
  expect(Object.keys(left).length).toBeLessThan(Object.keys(before).length);
  expect(Object.keys(left)).not.toContain(sub('priya-nair'));
});
