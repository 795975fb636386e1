import { endpoints } from '@journeybook/contracts';
import { day } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { dayOf, line, log } from '../testing/hours.js';
import { exportBy, give } from '../testing/privacy.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, people } from '../testing/world.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
});
afterAll(() => api.stop());

describe("a person's own data", () => {
  test('has everything about them, and neither a token nor a number whole', async () => {
    const person = await addApprentice(api.database);
    const call = await api.as(person);
    const logged = await log(
      call,
      person.apprenticeship,
      dayOf([line({ minutes: 90 })], { workedOn: day('2026-03-02') }),
    );
    await (await api.as(people.grace))(endpoints.approveHours, { body: { entries: logged } });
    await give(call, 'sex', 'female');
    await give(call, 'ssn', '512-34-6789');
    await exportBy(await api.as(people.councilAdmin), person.apprenticeship, 'Registration');

    const data = await call(endpoints.readOwnData, {});
    expect(data).toMatchObject({
      profile: [{ name: person.name, email: person.email, hasPassword: true }],
      agreements: [{ id: person.apprenticeship, sponsor: 'Northern Council', employer: 'Northfield Castings' }],
      hours: [{ minutes: 90, status: 'approved', decidedBy: 'Grace Kim', workedOn: '2026-03-02' }],
      record: [
        {
          sequence: 1,
          kind: 'ojt-hours-credited',
          minutes: 90,
          answeredBy: 'Grace Kim',
          hash: expect.stringMatching(/^[\da-f]{64}$/),
          previousHash: '0'.repeat(64),
        },
      ],
      answers: [
        { field: 'sex', values: ['female'] },
        { field: 'ssn', values: ['***-**-6789'] },
      ],
      accesses: [{ kind: 'agency-export', reason: 'Registration' }],
    });
    expect(new Set(data.mentors.map(({ name }) => name))).toEqual(new Set(['Grace Kim', 'Hugo Brandt']));
    expect(JSON.stringify(data)).not.toMatch(/argon2|password_?hash|token|512-?34/i);
  });
  test('has nothing of anybody else', async () => {
    const [one, other] = [await addApprentice(api.database), await addApprentice(api.database)];
    const otherCall = await api.as(other);
    await give(otherCall, 'sex', 'male');
    await log(otherCall, other.apprenticeship, dayOf([line({ minutes: 60 })], { workedOn: day('2026-03-02') }));
    const text = JSON.stringify(await (await api.as(one))(endpoints.readOwnData, {}));
    for (const theirs of [other.id, other.apprenticeship, other.email, `"${other.name}"`])
      expect(text).not.toContain(theirs);
  });
  test('is there for whoever is no apprentice', async () => {
    const data = await (await api.as(people.councilAdmin))(endpoints.readOwnData, {});
    expect(data).toMatchObject({
      profile: [{ name: 'Cora Council' }],
      roles: [{ role: 'sponsor-admin', organization: 'Northern Council' }],
      agreements: [],
      answers: [],
    });
  });
  test('is asked for in the own session only', async () => {
    expect(await refusalOf(api.nobody(endpoints.readOwnData, {}))).toBe('401 not-signed-in');
    expect(await refusalOf(api.machine(endpoints.readOwnData, {}))).toBe('403 not-allowed');
  });
});
