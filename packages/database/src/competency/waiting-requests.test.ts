import type { Apprenticeship, SignOffRequest } from '@journeybook/domain';
import {
  at,
  competencyAttested,
  competencyCode,
  council,
  day,
  foundry,
  grace,
  mentorship,
  now,
  signOffRequest,
  standard,
  standardId,
  stranger,
  today,
} from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../new-id.js';
import type { World } from '../world/open-world.js';
import { openWorld } from '../world/open-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const [skill, other] = [competencyCode('WP01.01'), competencyCode('WP01.06')];

/** A request of an agreement, kept. */
async function ask(agreement: Apprenticeship, overrides: Partial<SignOffRequest> = {}): Promise<SignOffRequest> {
  const request = signOffRequest({ id: newId(), apprenticeship: agreement.id, ...overrides });
  await world.database.read.signOffRequests.add(council, request);
  return request;
}
const requests = () => world.database.read.signOffRequests;
const waitingFor = async (mentor = grace, on = today) => requests().listWaiting(mentor, on);
/** What waits for Grace of one agreement. */
const waitingOf = async ({ id }: Apprenticeship) => (await waitingFor()).filter((one) => one.apprenticeship === id);

describe('a request for a sign-off', () => {
  test('comes back as it was', async () => {
    const request = await ask(await world.addApprenticeship(), { note: 'Ärger mit “Linie 3”' });
    expect(await requests().find(request.id)).toEqual(request);
    expect(await world.database.transaction((tables) => tables.signOffRequests.lock(request.id))).toEqual(request);
    expect(await requests().find(newId())).toBeNull();
  });
  test('is open once for each skill', async () => {
    const agreement = await world.addApprenticeship();
    await ask(agreement);
    await ask(agreement, { competency: other });
    await expect(ask(agreement)).rejects.toMatchObject({ driverError: { code: '23505' } });
  });
  test('is answered once', async () => {
    const { id } = await ask(await world.addApprenticeship());
    await requests().answer(id, { state: 'withdrawn', feedback: null, by: grace, at: now });
    await requests().answer(id, { state: 'declined', feedback: 'Once more', by: grace, at: now });
    expect(await requests().find(id)).toMatchObject({ state: 'withdrawn' });
  });
  test('ends with a sign-off of its skill, and of no other', async () => {
    const agreement = await world.addApprenticeship();
    const [signed, open] = [await ask(agreement), await ask(agreement, { competency: other })];
    await requests().signedOff(agreement.id, skill, { by: grace, at: now });
    expect(await requests().find(signed.id)).toMatchObject({ state: 'signed-off' });
    expect(await requests().find(open.id)).toMatchObject({ state: 'open' });
  });
});

describe('requests wait for a mentor', () => {
  test('the oldest first', async () => {
    const agreement = await world.addApprenticeship();
    const late = await ask(agreement);
    const early = await ask(agreement, { competency: other, requestedAt: at('2026-02-01T12:00:00Z') });
    expect((await waitingOf(agreement)).map((one) => one.id)).toEqual([early.id, late.id]);
  });
  test('while they are open', async () => {
    const agreement = await world.addApprenticeship();
    const { id } = await ask(agreement);
    await requests().answer(id, { state: 'declined', feedback: 'Once more', by: grace, at: now });
    expect(await waitingOf(agreement)).toEqual([]);
  });
  test.each(['draft', 'suspended', 'completed', 'cancelled', 'transferred'] as const)(
    'and not of an apprenticeship that is %s',
    async (status) => {
      const agreement = await world.addApprenticeship({ status });
      await ask(agreement);
      expect(await waitingOf(agreement)).toEqual([]);
    },
  );
  test('who teaches that day, not who stands in or is assigned at another time', async () => {
    const agreement = await world.addApprenticeship();
    const { id } = await ask(agreement);
    const assign = (overrides: Parameters<typeof mentorship>[0]) =>
      world.database.read.apprenticeships.assignMentor(
        newId(),
        council,
        mentorship({ mentor: stranger, apprenticeship: agreement.id, ...overrides }),
      );
    await assign({ from: day('2026-03-01'), until: day('2026-03-31'), kind: 'stand-in' });
    await assign({ from: day('2026-04-01'), until: day('2026-04-02') });
    const seenOn = async (on: string) => (await waitingFor(stranger, day(on))).map((one) => one.id);
    expect(
      await Promise.all(['2026-03-04', '2026-03-31', '2026-04-01', '2026-04-02', '2026-04-03'].map(seenOn)),
    ).toEqual([[], [], [id], [id], []]);
  });
  test('not for a skill that the employer set aside, unless it was signed before', async () => {
    const program = standard({ id: standardId(3), version: '2026.3' });
    await world.database.read.standards.publish(council, program, now);
    const [plain, signed] = [
      await world.addApprenticeship({ standard: program.id }),
      await world.addApprenticeship({ standard: program.id }),
    ];
    for (const agreement of [plain, signed]) await ask(agreement);
    const key = { id: newId<ReturnType<typeof competencyAttested>['id']>(), apprenticeship: signed.id };
    const attested = competencyAttested({ ...key, source: `test/${key.id}`, standard: program.id, level: 2 });
    await world.database.transaction(async ({ record, customisations }) => {
      await record.append(council, signed.id, [attested]);
      const setAside = { kind: 'competency-set-aside' as const, competency: skill, reason: 'No such line here' };
      const made = { standard: program.id, employer: foundry, edition: 1, changes: [setAside] };
      await customisations.add(council, made, { by: grace, at: now });
    });
    expect([await waitingOf(plain), (await waitingOf(signed)).length]).toEqual([[], 1]);
    expect(await requests().countWaiting(grace, today)).toBe((await waitingFor()).length);
  });
});
