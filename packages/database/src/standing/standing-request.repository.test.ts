import type { StandingRequest, StandingRequestId } from '@journeybook/domain';
import { ada, at, council, elsewhere, grace, now, standingRequest, stranger } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../new-id.js';
import type { World } from '../world/open-world.js';
import { openWorld } from '../world/open-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function asked(overrides: Partial<StandingRequest> = {}) {
  const agreement = await world.addApprenticeship();
  const id = newId<StandingRequestId>();
  const request = standingRequest({ id, apprenticeship: agreement.id, requestedBy: grace, ...overrides } as never);
  await world.database.transaction(({ standingRequests }) => standingRequests.add(council, request));
  return request;
}
const refused = (request: StandingRequest) =>
  ({ ...request, state: 'refused', granted: [], decidedBy: stranger, decidedAt: now, decisionReason: 'No' }) as const;

describe('a request for advanced standing', () => {
  test('comes back as it was made, with names', async () => {
    const request = await asked({ youthMinutes: 600 as never });
    expect(await world.database.read.standingRequests.find(request.id)).toEqual({
      request,
      apprentice: { id: ada, name: 'Ada Lopez' },
      employer: { id: expect.any(String), name: 'Northfield Castings' },
      requestedBy: { id: grace, name: 'Grace Kim' },
      decidedBy: null,
    });
  });
  test('comes back with its decision', async () => {
    const request = await asked();
    await world.database.transaction(({ standingRequests }) => standingRequests.decide(refused(request)));
    const there = await world.database.read.standingRequests.find(request.id);
    expect(there).toMatchObject({ request: refused(request), decidedBy: { name: 'Sam Stranger' } });
  });
  test('waits for its sponsor until it is decided, the oldest first', async () => {
    const later = await asked({ requestedAt: at('2026-03-04T15:00:00Z') });
    const earlier = await asked({ requestedAt: at('2026-03-03T15:00:00Z') });
    const decided = await asked();
    await world.database.transaction(({ standingRequests }) => standingRequests.decide(refused(decided)));
    const { standingRequests } = world.database.read;
    const waiting = (await standingRequests.listWaiting([council])).map((one) => one.request.id);
    const own = [earlier.id, later.id, decided.id];
    expect(waiting.filter((id) => own.includes(id))).toEqual([earlier.id, later.id]);
    expect(await standingRequests.listWaiting([elsewhere])).toEqual([]);
  });
  test('is not decided by whoever asked: the table refuses it too', async () => {
    const request = await asked();
    const decision = { ...refused(request), decidedBy: request.requestedBy };
    await expect(
      world.database.transaction(({ standingRequests }) => standingRequests.decide(decision)),
    ).rejects.toMatchObject({ driverError: { code: '23514' } });
  });
});
