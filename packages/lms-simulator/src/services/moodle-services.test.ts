import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { demoWorld } from '../demo/world.js';
import { agsScope, nrpsScope } from '../platform/scopes.js';
import { type Pair, startPair } from '../testing/start-pair.js';
import { mediaType } from './media-types.js';

let pair: Pair;
const items = () => `${pair.simulator.url}/mod/lti/services.php/2/lineitems`;
const members = () => `${pair.simulator.url}/mod/lti/services.php/CourseSection/2/bindings/1/memberships`;
const item = (path = '') => `${items()}/2/lineitem${path}?type_id=1`;

beforeEach(async () => {
  pair = await startPair('moodle');
});
afterEach(() => pair.close());

const create = (body: unknown, type: string = mediaType.lineItem) =>
  pair.call([agsScope.lineItem], `${items()}?type_id=1`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: JSON.stringify(body),
  });

const score = (body: object, timestamp = new Date().toISOString()) =>
  pair.call([agsScope.score], item('/scores'), {
    method: 'POST',
    headers: { 'content-type': mediaType.score },
    body: JSON.stringify({
      userId: '4',
      activityProgress: 'Completed',
      gradingProgress: 'FullyGraded',
      scoreGiven: 5,
      scoreMaximum: 10,
      timestamp,
      ...body,
    }),
  });

const names = async (answer: Response) =>
  ((await answer.json()) as { members: { name: string }[] }).members.map(({ name }) => name);

describe('Moodle refuses', () => {
  test('a call without a token, and one with a token for something else', async () => {
    expect((await fetch(members())).status).toBe(401);
    expect((await pair.call([agsScope.score], members())).status).toBe(401);
  });

  test('a token that is over its time', async () => {
    const stale = await pair.tool.requestToken([nrpsScope]);
    const { access_token } = (await stale.json()) as { access_token: string };
    pair.simulator.control.setClockSkewSeconds(3601);
    expect((await fetch(members(), { headers: { authorization: `Bearer ${access_token}` } })).status).toBe(401);
  });

  test('an Accept and a Content-Type it has no handler for', async () => {
    const reading = await pair.call([agsScope.lineItem], `${items()}?type_id=1`, {
      headers: { accept: 'application/json' },
    });
    expect(reading.status).toBe(400);
    expect((await create({ label: 'x', scoreMaximum: 1 }, 'application/json')).status).toBe(400);
  });

  test('a line item address without its type', async () => {
    expect((await pair.call([agsScope.lineItem], items())).status).toBe(401);
  });

  test('a line item without label or maximum, and one for a link of another course', async () => {
    expect((await create({ scoreMaximum: 100 })).status).toBe(400);
    expect((await create({ label: 'RTI' })).status).toBe(400);
    expect((await create({ label: 'RTI', scoreMaximum: 100, resourceLinkId: '2' })).status).toBe(403);
  });

  test('to delete the column of an activity', async () => {
    expect((await pair.call([agsScope.lineItem], item(), { method: 'DELETE' })).status).toBe(403);
  });

  test('a score for an instructor', async () => {
    expect((await score({ userId: '3' })).status).toBe(400);
  });

  test('a stale score with its reason only in the status line', async () => {
    const at = new Date().toISOString();
    expect((await score({}, at)).status).toBe(200);
    const stale = await score({}, at);
    expect([stale.status, stale.statusText, await stale.json()]).toEqual([
      409,
      'Refusing score with an earlier timestamp for item 2 and user 4',
      [],
    ]);
  });

  test('a score for a locked column, for ever', async () => {
    pair.simulator.control.setColumn('2', '2', { locked: true });
    expect([(await score({})).status, (await score({})).status]).toEqual([500, 500]);
  });

  test('results with a limit, by failing', async () => {
    expect((await pair.call([agsScope.resultReadonly], `${item('/results')}&limit=5`)).status).toBe(500);
  });
});

describe('Moodle', () => {
  test('makes two columns when asked twice, and finds them by tag', async () => {
    const wanted = { label: 'RTI completion', scoreMaximum: 100, resourceId: 'r', tag: 'mine' };
    await create(wanted);
    await create(wanted);
    const found = await pair.call([agsScope.lineItemReadonly], `${items()}?type_id=1&tag=mine`);
    expect(await found.json()).toHaveLength(2);
  });

  test('changes and deletes a column the tool made', async () => {
    const { id } = (await (await create({ label: 'A', scoreMaximum: 10 })).json()) as { id: string };
    const changed = await pair.call([agsScope.lineItem], id, {
      method: 'PUT',
      headers: { 'content-type': mediaType.lineItem },
      body: JSON.stringify({ id, label: 'B', scoreMaximum: 20 }),
    });
    expect(await changed.json()).toMatchObject({ id, label: 'B', scoreMaximum: 20 });
    expect((await pair.call([agsScope.lineItem], id, { method: 'DELETE' })).status).toBe(204);
    expect((await pair.call([agsScope.lineItem], id)).status).toBe(404);
  });

  test('writes curly quotes and &amp; into the Link header of limited line items', async () => {
    await create({ label: 'A', scoreMaximum: 10 });
    const answer = await pair.call([agsScope.lineItem], `${items()}?type_id=1&limit=1`);
    const link = Buffer.from(answer.headers.get('link') ?? '', 'latin1').toString('utf8');
    expect(link).toContain('lineitems?type_id=1&amp;limit=1&amp;from=1>; rel=“next”');
  });

  test('cannot tell a grade of 0 from none', async () => {
    await score({ scoreGiven: 0 });
    const results = await pair.call([agsScope.resultReadonly], item('/results'));
    expect(await results.json()).toEqual([{ id: `${item('/results')}&user_id=4`, userId: '4' }]);
  });

  test('lists everybody at once, without the suspended', async () => {
    pair.simulator.control.suspend('2', 'priya-nair');
    const answer = await pair.call([nrpsScope], members());
    expect(answer.headers.get('link')).toBeNull();
    expect(await names(answer)).toEqual([
      'Adaeze Dike',
      'Marcus Hale',
      'Joanna Kim',
      'Luis Ortega',
      'Rosa Silva',
      'Hannah Weber',
    ]);
  });

  test('filters by role, and forgets the filter on the next page', async () => {
    const answer = await pair.call([nrpsScope], `${members()}?role=Learner&limit=2`);
    expect(await names(answer)).toEqual(['Adaeze Dike', 'Marcus Hale']);
    expect(answer.headers.get('link')).toBe(`<${members()}?limit=2&from=2>; rel="next"`);
  });

  test('leaves names and e-mail out for those who do not share them', async () => {
    const person = {
      id: 'shy',
      sub: '99',
      givenName: 'Shy',
      familyName: 'Aaron',
      username: 'shy',
      email: 'shy@lakeside.example',
      sisId: 'S9',
      privacy: 'anonymous',
    } as const;
    pair.simulator.control.addPerson(person);
    pair.simulator.control.enrol('2', 'shy', 'learner');
    const {
      members: [first],
    } = (await (await pair.call([nrpsScope], members())).json()) as { members: object[] };
    expect(first).toEqual({ status: 'Active', roles: ['Learner'], user_id: '99', lis_person_sourcedid: 'S9' });
  });

  test('shows names only for one activity when its teacher decides about them', async () => {
    await pair.close();
    pair = await startPair('moodle', { world: { ...demoWorld.moodle, nameSharing: 'delegate' } });
    const firstOf = async (url: string) => {
      const { members: list } = (await (await pair.call([nrpsScope], url)).json()) as { members: object[] };
      return list[0];
    };
    expect(await firstOf(members())).not.toHaveProperty('name');
    expect(await firstOf(`${members()}?rlid=1`)).toMatchObject({ name: 'Adaeze Dike' });
  });

  test('forgets the grades of somebody who is removed', async () => {
    await score({});
    pair.simulator.control.remove('2', '4');
    expect(await (await pair.call([agsScope.resultReadonly], item('/results'))).json()).toEqual([]);
  });
});
