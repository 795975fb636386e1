import type { ApprenticeshipId, CustomChange, RecordEntryId } from '@journeybook/domain';
import {
  competency,
  competencyCode,
  council,
  elsewhere,
  foundry,
  grace,
  now,
  ojtHoursCredited,
  standard,
  standardId,
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

const added: CustomChange = {
  kind: 'competency-added',
  competency: competency({ code: competencyCode('FN.01'), title: 'Run the furnace' }),
};

describe('several agreements', () => {
  test('are what each is by itself, with the changes of its employer in its version', async () => {
    const other = standard({ id: standardId(30), version: '2027.1' });
    await world.database.transaction(({ standards }) => standards.publish(council, other, now));
    await world.database.read.customisations.add(
      council,
      { standard: standardId(1), employer: foundry, edition: 1, changes: [added] },
      { by: grace, at: now },
    );
    const customised = await world.addApprenticeship();
    const plain = await world.addApprenticeship({ standard: other.id });
    const credit = ojtHoursCredited({ id: newId<RecordEntryId>(), apprenticeship: customised.id });
    await world.database.transaction(({ record }) => record.append(council, customised.id, [credit]));
    const { agreements } = world.database.read;
    const all = await agreements.findAll([customised.id, plain.id, newId()]);
    expect(all.size).toBe(2);
    for (const { id } of [customised, plain]) expect(all.get(id)).toEqual(await agreements.find(id));
    expect(all.get(customised.id)?.standard.competencies.map((one) => one.code)).toContain('FN.01');
    expect(all.get(plain.id)?.standard).toEqual(other);
  });
  test('in training are those of these employers and sponsors that are registered, active or suspended', async () => {
    const training: ApprenticeshipId[] = [];
    for (const status of ['registered', 'active', 'suspended'] as const)
      training.push((await world.addApprenticeship({ status })).id);
    const others: ApprenticeshipId[] = [];
    for (const status of ['draft', 'completed', 'cancelled', 'transferred'] as const)
      others.push((await world.addApprenticeship({ status })).id);
    const { apprenticeships } = world.database.read;
    const found = async (asked: Parameters<typeof apprenticeships.listTraining>[0]) =>
      (await apprenticeships.listTraining(asked)).map((one) => one.id);
    for (const asked of [
      { employers: [foundry], sponsors: [] },
      { employers: [], sponsors: [council] },
      { employers: [foundry], sponsors: [council] },
    ]) {
      const ids = await found(asked);
      expect(ids).toEqual(expect.arrayContaining(training));
      expect(ids.filter((id) => others.includes(id))).toEqual([]);
      expect(new Set(ids).size).toBe(ids.length);
    }
    expect(await found({ employers: [elsewhere], sponsors: [elsewhere] })).toEqual([]);
  });
});
