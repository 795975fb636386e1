import { describe, expect, test } from 'vitest';
import { mustComeByProvider } from './must-come-by-provider.js';

const demanding = { onlyWay: true, domains: ['foundry.example'] };
const free = { onlyWay: false, domains: [] };

describe('a password is not enough', () => {
  test('when every role is at an organisation that demands its own sign-in', () => {
    expect(mustComeByProvider('grace@Foundry.example', [demanding])).toBe(true);
    expect(mustComeByProvider('grace@foundry.example', [demanding, { onlyWay: true, domains: [] }])).toBe(true);
  });
  test.each([
    ['one role is elsewhere', 'grace@foundry.example', [demanding, free]],
    ['there is no role', 'grace@foundry.example', []],
    ['no provider can vouch for the address', 'grace@mail.example', [demanding]],
  ] as const)('but is when %s', (_, email, demands) => {
    expect(mustComeByProvider(email, demands)).toBe(false);
  });
});
