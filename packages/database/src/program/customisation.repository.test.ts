import type { CustomChange, Customisation } from '@journeybook/domain';
import { council, emma, foundry, mill, now, processCode, standardId } from '@journeybook/domain/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { World } from '../world/open-world.js';
import { openWorld } from '../world/open-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const known = { email: null, passwordHash: null, studentNumber: null };
  await world.database.read.people.add([{ id: emma, name: 'Emma Foundry', ...known }]);
});
afterAll(() => world.close());

const names = (title: string): CustomChange => ({
  kind: 'local-process-named',
  workProcess: processCode('WP06'),
  title,
});
const add = (customisation: Customisation, title: string) => {
  const changes = [...customisation.changes, names(title)];
  const next = { ...customisation, edition: customisation.edition + 1, changes };
  return world.database.read.customisations.add(council, next, { by: emma, at: now });
};

test('what an employer made its own is read in the order it was made, with who made it', async () => {
  const { customisations } = world.database.read;
  const none = await customisations.find(standardId(1), foundry);
  expect(none).toEqual({ standard: standardId(1), employer: foundry, edition: 0, changes: [] });
  expect(await add(none, 'Casting')).toBe(true);
  expect(await add(await customisations.find(standardId(1), foundry), 'Foundry work')).toBe(true);
  expect(await customisations.find(standardId(1), foundry)).toMatchObject({
    edition: 2,
    changes: [names('Casting'), names('Foundry work')],
  });
  expect(await customisations.list(standardId(1), foundry)).toMatchObject([
    { change: names('Casting'), by: { id: emma, name: 'Emma Foundry' }, at: now },
    { change: names('Foundry work') },
  ]);
  expect(await customisations.countOf(standardId(1))).toEqual(new Map([[foundry, 2]]));
  expect((await customisations.find(standardId(1), mill)).changes).toEqual([]);
});

test('of two changes to what was shown, one is added', async () => {
  const { customisations } = world.database.read;
  const shown = await customisations.find(standardId(1), foundry);
  const outcomes = await Promise.all([add(shown, 'One'), add(shown, 'Other'), add(shown, 'Third')]);
  expect(outcomes.toSorted()).toEqual([false, false, true]);
  expect((await customisations.find(standardId(1), foundry)).edition).toBe(shown.edition + 1);
});
