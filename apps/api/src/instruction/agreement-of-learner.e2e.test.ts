import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { Apprenticeship, StandardId } from '@journeybook/domain';
import { hours } from '@journeybook/domain';
import { apprenticeship, council, day, now, standard } from '@journeybook/domain/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { becomes } from '../testing/change-agreement.js';
import { minutesOf } from '../testing/record.js';
import { confirmShown, matchedSection } from '../testing/section.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld } from '../testing/world.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
});
afterAll(() => api.stop());

/** A learner who is matched, and what stands on the page about them. */
async function learner() {
  const person = await addApprentice(api.database);
  const opened = await matchedSection(api, { one: person.apprenticeship });
  const row = async () => (await opened.call(endpoints.readSection, {})).learners[0];
  const confirm = async () =>
    (await confirmShown(opened.call, [{ identity: opened.identityOf('one'), scorePercent: 88 }])).learners[0];
  const signsAnother = async (overrides: Partial<Apprenticeship>) => {
    const agreement = apprenticeship({ id: newId(), apprentice: person.id, beganOn: day('2026-02-02'), ...overrides });
    await api.database.transaction(({ apprenticeships }) => apprenticeships.add(agreement));
    return agreement.id;
  };
  return { ...person, row, confirm, signsAnother };
}

test('a credit of an agreement that is over does not stand in the way of a new one', async () => {
  const { row, confirm, signsAnother, apprenticeship: first } = await learner();
  await confirm();
  await becomes(api.database, first, 'cancelled');
  const second = await signsAnother({});
  expect(await row()).toMatchObject({ match: { apprentice: { apprenticeship: second } }, credit: null, blocked: null });
  expect(await confirm()).toMatchObject({ outcome: 'credited' });
  expect([await minutesOf(api.database, first, 'RTI03'), await minutesOf(api.database, second, 'RTI03')]).toEqual([
    hours(24),
    hours(24),
  ]);
});

test('a learner is in the occupation of the course, whatever they train for besides', async () => {
  const { row, confirm, signsAnother, apprenticeship: technician } = await learner();
  const welding = standard({
    id: newId<StandardId>(),
    occupation: { title: 'Welder', rapidsCode: '0622', onetSoc: '51-4121' },
  });
  await api.database.read.standards.publish(council, welding, now);
  await signsAnother({ standard: welding.id, status: 'suspended' });
  expect(await row()).toMatchObject({ match: { apprentice: { apprenticeship: technician } }, blocked: null });
  expect(await confirm()).toMatchObject({ outcome: 'credited' });
});

test('a learner whose agreement is over stays who they are, with their hours, and is not confirmed', async () => {
  const { row, confirm, apprenticeship: over, name } = await learner();
  await confirm();
  await becomes(api.database, over, 'completed');
  expect(await row()).toMatchObject({
    match: { state: 'matched', apprentice: { apprenticeship: over, name } },
    credit: { minutes: hours(24) },
    blocked: 'This apprentice is not in training now. Ask the sponsor.',
  });
});
