import type { ApprenticeshipId, SignOffRequest, SignOffRequestId } from '@journeybook/domain';
import { at, competencyCode, council, grace, now } from '@journeybook/domain/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../new-id.js';
import type { World } from '../world/open-world.js';
import { openWorld } from '../world/open-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const answered = { by: grace, at: now };

async function ask(apprenticeship: ApprenticeshipId, code: string, minute: number): Promise<SignOffRequest> {
  const request: SignOffRequest = {
    id: newId<SignOffRequestId>(),
    apprenticeship,
    competency: competencyCode(code),
    note: '',
    requestedAt: at(`2026-03-04T15:0${minute}:00Z`),
    state: 'open',
  };
  await world.database.read.signOffRequests.add(council, request);
  return request;
}

test('open requests trade places, and one that ends is withdrawn', async () => {
  const { id } = await world.addApprenticeship();
  const [one, other, third] = [await ask(id, 'A', 2), await ask(id, 'B', 1), await ask(id, 'C', 3)];
  await world.database.transaction(async ({ signOffRequests }) => {
    expect((await signOffRequests.lockOpen(id)).map((request) => request.competency)).toEqual(['B', 'A', 'C']);
    await signOffRequests.carry(
      [
        { id: one.id, competency: competencyCode('B') },
        { id: other.id, competency: competencyCode('A') },
        { id: third.id, competency: null },
      ],
      answered,
    );
  });
  const { signOffRequests } = world.database.read;
  expect((await signOffRequests.lockOpen(id)).map((request) => [request.id, request.competency])).toEqual([
    [other.id, 'A'],
    [one.id, 'B'],
  ]);
  expect(await signOffRequests.lock(third.id)).toMatchObject({ competency: 'C', state: 'withdrawn' });
});

test('answers are read under the codes of the version the apprentice went over to', async () => {
  const { id } = await world.addApprenticeship();
  const { signOffRequests } = world.database.read;
  const [declined, ended] = [await ask(id, 'A', 1), await ask(id, 'C', 3)];
  for (const { id: request } of [declined, ended])
    await signOffRequests.answer(request, { state: 'declined', feedback: 'Again', ...answered });
  const open = await ask(id, 'A', 2);
  await signOffRequests.renameAnswered(id, [
    { subject: 'competency', from: 'A', to: 'X' },
    { subject: 'work-process', from: 'C', to: 'Y' },
    { subject: 'competency', from: 'C', to: null },
  ]);
  const codes = await Promise.all(
    [declined, ended, open].map(async (one) => (await signOffRequests.lock(one.id))?.competency),
  );
  expect(codes).toEqual(['X', 'C', 'A']);
});
