import type { Apprenticeship, OrganizationId } from '@journeybook/domain';
import { ada, at, council, elsewhere, grace, stranger } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../acting.js';
import { newId } from '../new-id.js';
import type { World } from '../world/open-world.js';
import { openWorld } from '../world/open-world.js';

let world: World;
let own: Apprenticeship;
let other: Apprenticeship;
beforeAll(async () => {
  world = await openWorld();
  own = await world.addApprenticeship({ status: 'completed' });
  other = await world.addApprenticeship({ status: 'completed', sponsor: elsewhere, employer: elsewhere });
});
afterAll(() => world.close());

const sponsor = (organization: OrganizationId): Caller => ({
  kind: 'person',
  person: stranger,
  roles: [{ role: 'sponsor-admin', organization }],
});
const act = { reason: 'Lawsuit', by: grace, at: at('2032-03-04T10:00:00Z') };
const erased = ({ id, sponsor: of }: Apprenticeship) =>
  world.database.read.retention.addErasure({ ...act, apprenticeship: id, sponsor: of, person: false });
const erase = (caller: Caller) =>
  world.within(caller, 'select reach.erase_person($1, $2)', [ada, 'Apprentice 1a2b3c4d']).then(
    () => 'erased',
    (error: { code?: string }) => error.code,
  );
const nameOfAda = async () =>
  (await world.sql<{ name: string }>('select name from people where id = $1', [ada]))[0]?.name;

describe('what is kept, within reach of the council', () => {
  test('a hold of another sponsor is told as a yes, and its reason is not', async () => {
    await world.database.read.retention.placeHold({ id: newId(), sponsor: elsewhere, person: ada }, act);
    const council_ = sponsor(council);
    expect(await world.within(council_, 'select reason from legal_holds')).toEqual([]);
    expect(await world.within(council_, 'select reach.is_held($1) as held', [ada])).toEqual([{ held: true }]);
    expect(await world.within(sponsor(newId()), 'select reach.is_held($1) as held', [ada])).toEqual([{ held: false }]);
  });
  test('nobody places a hold or writes an erasure for another sponsor', async () => {
    const forOther = `insert into erasures values ('${other.id}', '${elsewhere}', 'x', false, '${stranger}', now())`;
    await expect(world.within(sponsor(council), forOther)).rejects.toThrow(/row-level security/);
  });
  test('a person is erased after the last agreement and hold, and not before, whatever a server asks for', async () => {
    expect(await erase(sponsor(council))).toBe('42501');
    await erased(own);
    expect(await erase(sponsor(council))).toBe('42501');
    await erased(other);
    expect(await erase(sponsor(council))).toBe('42501');
    expect(await nameOfAda()).toBe('Ada Lopez');
    await world.database.read.retention.liftHold({ sponsor: elsewhere, person: ada }, act);
    expect(await erase(sponsor(newId()))).toBe('42501');
    expect(await erase(sponsor(council))).toBe('erased');
    expect(await nameOfAda()).toBe('Apprentice 1a2b3c4d');
  });
});
