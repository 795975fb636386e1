import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeFault, faultLine } from './describe-fault.js';
import type { World } from './world/open-world.js';
import { openWorld } from './world/open-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const caught = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => Promise.reject(new Error('did not fail')),
    (error: unknown) => error,
  );
const everything = (error: unknown) => JSON.stringify(describeFault(error)) + faultLine(error);

describe('a fault in words for a log', () => {
  test('names code, constraint and place of an error of PostgreSQL, and nothing of the row', async () => {
    const person = { id: crypto.randomUUID(), name: 'Wanda Secret', email: 'wanda@secret.example', passwordHash: null };
    const add = () => world.database.read.people.add([{ ...person, id: crypto.randomUUID(), studentNumber: 'S-4711' }]);
    await add();
    const error = await caught(add());
    expect(JSON.stringify(error) + String(error)).toContain('secret');
    expect(describeFault(error)).toMatchObject({ name: 'QueryFailedError', code: '23505', constraint: 'people_email' });
    expect(describeFault(error).at.length).toBeGreaterThan(0);
    expect(everything(error)).not.toMatch(/secret|wanda|4711/i);
  });
  test('repeats no value that PostgreSQL could not read', async () => {
    const error = await caught(world.database.read.runSql(`select $1::uuid`, ['wanda-secret']));
    expect(String(error)).toContain('wanda-secret');
    expect(everything(error)).not.toContain('wanda');
  });
  test('repeats nothing of a text that was no JSON', () => {
    let error: unknown;
    try {
      JSON.parse('wanda@secret.example');
    } catch (failure) {
      error = failure;
    }
    expect(describeFault(error).name).toBe('SyntaxError');
    expect(everything(error)).not.toContain('wanda');
  });
  test('keeps a text of our own', () => {
    expect(faultLine(new Error('the head of the record was not returned'))).toBe(
      'Error the head of the record was not returned',
    );
  });
  test('says only what kind of thing was thrown that is no error', () => {
    expect(faultLine('wanda@secret.example')).toBe('string');
  });
});
