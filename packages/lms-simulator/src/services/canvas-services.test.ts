import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { canvasPeople } from '../demo/people.js';
import { agsScope, nrpsScope } from '../platform/scopes.js';
import { browseAs } from '../testing/browse-as.js';
import { type Pair, startPair } from '../testing/start-pair.js';
import { mediaType } from './media-types.js';

const MEMBERSHIP = 'http://purl.imsglobal.org/vocab/lis/v2/membership';

let pair: Pair;
const course = () => `${pair.simulator.url}/api/lti/courses/565`;
const members = () => `${course()}/names_and_roles`;
const items = () => `${course()}/line_items`;
const item = (path = '') => `${items()}/1204${path}`;
const sub = (id: string) => canvasPeople.find((person) => person.id === id)?.sub;

beforeEach(async () => {
  pair = await startPair('canvas');
});
afterEach(() => pair.close());

const create = (body: unknown) =>
  pair.call([agsScope.lineItem], items(), {
    method: 'POST',
    headers: { 'content-type': mediaType.lineItem },
    body: JSON.stringify(body),
  });

const score = (body: object, timestamp = new Date().toISOString()) =>
  pair.call([agsScope.score], item('/scores'), {
    method: 'POST',
    headers: { 'content-type': mediaType.score },
    body: JSON.stringify({
      userId: sub('priya-nair'),
      activityProgress: 'Completed',
      gradingProgress: 'FullyGraded',
      scoreGiven: 5,
      scoreMaximum: 10,
      timestamp,
      ...body,
    }),
  });

const results = async (query = '') =>
  (await (await pair.call([agsScope.resultReadonly], item(`/results${query}`))).json()) as object[];

function enrolMany(count: number): void {
  for (let number = 1; number <= count; number += 1) {
    const id = `extra-${number}`;
    pair.simulator.control.addPerson({
      id,
      sub: `sub-${number}`,
      givenName: 'Extra',
      familyName: `Learner ${number}`,
      username: id,
      email: '',
      sisId: '',
    });
    pair.simulator.control.enrol('565', id, 'learner');
  }
}

describe('Canvas refuses', () => {
  test('a call without a token or with a token for something else', async () => {
    expect((await fetch(members())).status).toBe(401);
    expect((await pair.call([agsScope.score], members())).status).toBe(401);
  });

  test('a call that does not say which software it is', async () => {
    const status = await new Promise((resolve, reject) => {
      request(members(), (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });

  test.each([404, 422] as const)(
    'columns, grades and scores of a concluded course with %i, and lists nobody there',
    async (status) => {
      pair.simulator.control.concludeCourse('565', status);
      expect((await pair.call([agsScope.lineItemReadonly], items())).status).toBe(status);
      expect((await pair.call([agsScope.resultReadonly], item('/results'))).status).toBe(status);
      const refused = await score({});
      expect(refused.status).toBe(status);
      if (status === 422) expect(await refused.text()).toContain('This course has concluded.');
      const roster = await pair.call([nrpsScope], members());
      expect([roster.status, await roster.json()]).toEqual([200, expect.objectContaining({ members: [] })]);
    },
  );

  test('to delete the column of an assignment that opens the tool', async () => {
    expect((await pair.call([agsScope.lineItem], item(), { method: 'DELETE' })).status).toBe(401);
  });

  test('a line item without a maximum, and one for an unknown link', async () => {
    expect((await create({ label: 'RTI' })).status).toBe(422);
    expect((await create({ label: 'RTI', scoreMaximum: 100, resourceLinkId: 'nobody-knows' })).status).toBe(404);
  });

  test.each([
    ['the instructor', 'rosa-silva'],
    ['somebody who is not in the course', 'marcus-hale'],
  ])('a score for %s', async (_who, id) => {
    const answer = await score({ userId: sub(id) });
    expect([answer.status, await answer.json()]).toEqual([
      422,
      { errors: { type: 'unprocessable_entity', message: 'User not found in course or is not a student' } },
    ]);
  });

  test('a score for a suspended learner', async () => {
    pair.simulator.control.suspend('565', 'priya-nair');
    expect((await score({})).status).toBe(422);
  });

  test('a score that lacks a member, and one that is older than the result', async () => {
    expect((await score({ gradingProgress: undefined })).status).toBe(400);
    await score({}, '2026-11-23T10:00:00.001Z');
    expect((await score({}, '2026-11-23T10:00:00.000Z')).status).toBe(400);
  });

  test('too many calls, in the old way and in the new', async () => {
    pair.simulator.control.throttleNext(1, 403);
    const token = (await (await pair.tool.requestToken([nrpsScope])).text()) || '';
    expect(token).toContain('Rate Limit Exceeded');
    pair.simulator.control.failNext({
      kind: 'status',
      status: 429,
      match: 'names_and_roles',
      headers: { 'x-rate-limit-remaining': '0.0' },
    });
    const throttled = await pair.call([nrpsScope], members());
    expect([throttled.status, throttled.headers.get('x-rate-limit-remaining')]).toEqual([429, '0.0']);
  });
});

describe('Canvas', () => {
  test('answers a score with the address of its result', async () => {
    expect(await (await score({})).json()).toEqual({ resultUrl: `${item('/results')}/90001` });
  });

  test('makes two columns when asked twice, and finds them by resource', async () => {
    await create({ label: 'RTI', scoreMaximum: 100, resourceId: 'mine' });
    await create({ label: 'RTI', scoreMaximum: 100, resourceId: 'mine' });
    const found = await pair.call([agsScope.lineItemReadonly], `${items()}?resource_id=mine`);
    expect(await found.json()).toHaveLength(2);
  });

  test('changes and deletes a column the tool made', async () => {
    const { id } = (await (await create({ label: 'A', scoreMaximum: 10 })).json()) as { id: string };
    const changed = await pair.call([agsScope.lineItem], id, { method: 'PUT', body: JSON.stringify({ label: 'B' }) });
    expect(await changed.json()).toEqual({ id, label: 'B', scoreMaximum: 10 });
    expect((await pair.call([agsScope.lineItem], id, { method: 'DELETE' })).status).toBe(204);
  });

  test('pages names and roles by 50, and never more, with a Link to the next page that names the size in its own way', async () => {
    enrolMany(60);
    for (const query of ['', '?limit=500']) {
      const page = await pair.call([nrpsScope], `${members()}${query}`);
      expect(((await page.json()) as { members: object[] }).members).toHaveLength(50);
      expect(page.headers.get('link')).toContain(`<${members()}?per_page=50&page=2>; rel="next"`);
    }
    const last = await pair.call([nrpsScope], `${members()}?per_page=50&page=2`);
    expect(last.headers.get('link')).not.toContain('rel="next"');
    const small = await pair.call([nrpsScope], `${members()}?limit=7`);
    expect(((await small.json()) as { members: object[] }).members).toHaveLength(7);
  });

  test('pages columns by 10, and by 100 at most', async () => {
    for (let number = 0; number < 12; number += 1) await create({ label: `Column ${number}`, scoreMaximum: 10 });
    const page = await pair.call([agsScope.lineItemReadonly], items());
    expect(await page.json()).toHaveLength(10);
    expect(page.headers.get('link')).toContain(`<${items()}?limit=10&page=2>; rel="next"`);
    expect(await (await pair.call([agsScope.lineItemReadonly], `${items()}?limit=500`)).json()).toHaveLength(13);
  });

  test('shows a member as recorded', async () => {
    const answer = await pair.call([nrpsScope], `${members()}?role=${encodeURIComponent(`${MEMBERSHIP}#Learner`)}`);
    const {
      members: [first],
    } = (await answer.json()) as { members: object[] };
    expect(Object.keys(first ?? {})).toEqual([
      'status',
      'name',
      'picture',
      'given_name',
      'family_name',
      'email',
      'lis_person_sourcedid',
      'user_id',
      'lti11_legacy_user_id',
      'roles',
    ]);
    expect(first).toMatchObject({ name: 'Adaeze Dike', roles: [`${MEMBERSHIP}#Learner`] });
  });

  test('lists nobody for a role it does not know', async () => {
    const answer = await pair.call([nrpsScope], `${members()}?role=Learner`);
    expect(await answer.json()).toMatchObject({ members: [] });
  });

  test('adds what a launch would carry when asked for one link', async () => {
    const answer = await pair.call([nrpsScope], `${members()}?rlid=7b3f1c52-3f5a-4d0f-9c6b-2e4d8a1b7c90&limit=1`);
    const {
      members: [first],
    } = (await answer.json()) as { members: { message: object[] }[] };
    expect(first?.message[0]).toMatchObject({
      'https://purl.imsglobal.org/spec/lti/claim/custom': { rti_course: 'quality-assurance' },
    });
  });

  const type = (value: number | null) =>
    pair.simulator.control.typeGrade({ courseId: '565', column: '1204', personId: 'priya-nair', score: value });
  const makeRow = (timestamp?: string) =>
    score(
      {
        scoreGiven: undefined,
        scoreMaximum: undefined,
        gradingProgress: 'NotReady',
        'https://canvas.instructure.com/lti/submission': { preserve_score: true, new_submission: false },
      },
      timestamp,
    );

  test('says nothing in the gradebook of a row that says nothing', async () => {
    await makeRow('2000-01-01T00:00:00.000Z');
    expect(await results()).toHaveLength(1);
    const instructor = await browseAs(pair.simulator, 'rosa-silva');
    const gradebook = await (await instructor.get('/courses/565/grades')).text();
    expect(gradebook).toContain('No grade');
    expect(gradebook).not.toContain('Removed by');
  });

  test('shows a typed grade in a row that it makes for it', async () => {
    type(91);
    expect(await results()).toEqual([
      expect.objectContaining({ userId: sub('priya-nair'), resultScore: 91, resultMaximum: 100 }),
    ]);
    type(92);
    expect(await results()).toMatchObject([{ resultScore: 92 }]);
    expect((await makeRow('2000-01-01T00:00:00.000Z')).status).toBe(400);
  });

  test('of an older version shows a typed grade only where the tool has made a row before', async () => {
    pair.simulator.control.hideTypedGrades();
    type(91);
    expect(await results()).toEqual([]);
    await makeRow('2000-01-01T00:00:00.000Z');
    expect((await results())[0]).not.toHaveProperty('resultScore');
    type(92);
    expect(await results()).toMatchObject([{ resultScore: 92, resultMaximum: 100 }]);
  });

  test('takes a score that is older than what an instructor typed over the tool’s own', async () => {
    await score({ scoreGiven: 5 }, '2026-11-23T10:00:00.000Z');
    type(91);
    expect((await score({ scoreGiven: 6 }, '2026-11-23T10:00:00.001Z')).status).toBe(200);
    expect(await results()).toMatchObject([{ resultScore: 6, resultMaximum: 10 }]);
  });

  test('shows a typed grade in the points of the tool’s last score', async () => {
    await score({ scoreGiven: 5, scoreMaximum: 10 });
    type(91);
    expect(await results()).toMatchObject([{ resultScore: 9.1, resultMaximum: 10 }]);
  });

  test('shows a removed grade without a score', async () => {
    await score({});
    pair.simulator.control.typeGrade({ courseId: '565', column: '1204', personId: 'priya-nair', score: null });
    const [row] = await results();
    expect(row).not.toHaveProperty('resultScore');
  });

  test('keeps the row of somebody who left, but not when asked for them alone', async () => {
    await score({});
    pair.simulator.control.remove('565', 'priya-nair');
    expect(await results()).toHaveLength(1);
    expect(await results(`?user_id=${sub('priya-nair')}`)).toEqual([]);
  });
});
