import type { RequirementView } from '@journeybook/contracts';
import { describe, expect, test } from 'vitest';
import { describeMissing } from './describe-missing.js';
import { acceptable, groupRequirements } from './requirement-groups.js';

const item = (part: Partial<RequirementView>): RequirementView => ({
  kind: 'process-hours',
  code: 'WP05',
  title: 'Set up production equipment',
  met: false,
  missing: null,
  review: null,
  takenBack: 0,
  ...part,
});

describe('what would meet a requirement', () => {
  test.each([
    [{ missing: { kind: 'minutes', minutes: 750 } }, '12 h 30 of WP05 left'],
    [{ kind: 'ojt-minimum', missing: { kind: 'minutes', minutes: 600 } }, '10 h on the job left'],
    [{ missing: { kind: 'sign-off', requiredLevel: 3, level: null } }, 'a sign\u2011off at level 3'],
    [{ missing: { kind: 'sign-off', requiredLevel: 3, level: 2 } }, 'a sign\u2011off at level 3; it stands at 2 now'],
    [{ missing: { kind: 'until', on: '2027-01-05' } }, 'reached on 5 Jan 2027'],
    [{ missing: { kind: 'credential' } }, 'the certificate, seen and recorded'],
    [{ met: true }, ''],
  ])('is said of %o', (part, words) => {
    expect(describeMissing(item(part as Partial<RequirementView>))).toBe(words);
  });
});

describe('requirements by what they are about', () => {
  const review = { verdict: 'questioned' as const, remark: 'Which press?', by: { id: '1', name: 'Wanda' } };
  const all = [
    item({ code: 'WP01', met: true }),
    item({ code: 'WP02' }),
    item({ kind: 'competency', code: 'WP01.1', met: true, review }),
    item({ kind: 'electives', code: 'E1' }),
  ];

  test('put unmet ones first and count', () => {
    expect(
      groupRequirements(all).map(({ id, items, met, reviewed, questioned }) => [
        id,
        items.map((one) => one.code),
        met,
        reviewed,
        questioned,
      ]),
    ).toEqual([
      ['hours', ['WP02', 'WP01'], 1, 0, 0],
      ['skills', ['WP01.1'], 1, 1, 1],
      ['courses', ['E1'], 0, 0, 0],
    ]);
  });

  test('can be accepted at once where they are met and nothing was said', () => {
    expect(acceptable(all).map((one) => one.code)).toEqual(['WP01']);
  });
});
