import { describe, expect, test } from 'vitest';
import { refusalOf } from '../testing/accepted.js';
import { actor, college, council, elsewhere, foundry, stranger } from '../testing/build.js';
import { addCollege, managePlatforms } from './manage-platforms.js';

const facts = { college, sponsors: [council], administrators: 0 };
const holding = (role: 'college-admin' | 'sponsor-admin' | 'employer-admin' | 'instructor', organization = college) =>
  actor(stranger, { role, organization });

describe("connecting a college's learning platforms", () => {
  test('is for its administrators, and for its only sponsor while it has none', () => {
    expect(managePlatforms(holding('college-admin'), facts)).toEqual({ ok: true, value: 'college' });
    expect(managePlatforms(holding('sponsor-admin', council), facts)).toEqual({ ok: true, value: 'sponsor' });
  });
  test.each([
    ['that has administrators of its own', { administrators: 1 }],
    ['that another sponsor works with too', { sponsors: [council, elsewhere] }],
  ])('is not for the sponsor of a college %s', (_, known) => {
    const both = { ...facts, ...known };
    expect(refusalOf(managePlatforms(holding('sponsor-admin', council), both))).toBe('not-found');
    expect(managePlatforms(holding('college-admin'), both)).toEqual({ ok: true, value: 'college' });
  });
  test.each([
    ["another college's administrator", holding('college-admin', elsewhere)],
    ["another sponsor's administrator", holding('sponsor-admin', elsewhere)],
    ['a sponsor role held at the college', holding('sponsor-admin')],
    ['a college role held at the sponsor', holding('college-admin', council)],
    ['an instructor of the college', holding('instructor')],
    ['an employer', holding('employer-admin', foundry)],
    ['a person without any role', actor(stranger)],
  ])('is nothing that %s gets to see', (_, who) => {
    expect(refusalOf(managePlatforms(who, facts))).toBe('not-found');
  });
});

test('a college is added by the sponsor it will work with, and by nobody else', () => {
  expect(addCollege(holding('sponsor-admin', council), council).ok).toBe(true);
  expect(refusalOf(addCollege(holding('sponsor-admin', elsewhere), council))).toBe('not-found');
  expect(refusalOf(addCollege(holding('college-admin', council), council))).toBe('not-found');
});
