import { describe, expect, test } from 'vitest';
import { createSealer } from '../../services/seal.js';
import { framersOfReload, reloadAddress } from './reload-address.js';

const reloadSealer = createSealer('a secret of some length', 'tests');
const reloadUrl = 'https://lti.example/lti/opened';
const framers = ['https://canvas.lakeside.example', 'https://*.instructure.com'];
const sealedIn = (address: string) => new URL(address).searchParams.get('framers');

describe('the address of a page that is reloaded', () => {
  test('tells this server alone who may frame it', () => {
    const address = reloadAddress({ reloadSealer, reloadUrl }, framers);
    expect(address).not.toContain('lakeside');
    expect(framersOfReload(reloadSealer, sealedIn(address))).toEqual(framers);
  });

  test('has a name of its own for each opening, which no server is told', () => {
    const names = [1, 2].map(() => new URL(reloadAddress({ reloadSealer, reloadUrl }, framers)).hash);
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name).toMatch(/^#[0-9a-f-]{36}$/);
  });

  test.each([
    ['made up', 'v1.a.b.c'],
    ['of nothing', undefined],
    ['sent twice', ['v1.a.b.c', 'v1.a.b.c']],
    ['sealed with another key', createSealer('another secret of that length', 'tests').seal('["https://x.example"]')],
    ['of other contents', reloadSealer.seal('{"framers":"*"}')],
  ])('names nobody when its query is %s', (_, sealed) => {
    expect(framersOfReload(reloadSealer, sealed)).toBeNull();
  });
});
