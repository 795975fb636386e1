import { expect, test } from 'vitest';
import { notices } from './notices.js';
import { federalPolicy, findAgencyPolicy } from '../program/agency-policies.js';
import { day, recordEntryId, statusChanged } from '../testing/build.js';

const history = [
  statusChanged({ id: recordEntryId(52), status: 'active', occurredOn: day('2026-02-01') }),
  statusChanged({ id: recordEntryId(51), status: 'registered', occurredOn: day('2026-01-05') }),
  statusChanged({ id: recordEntryId(53), status: 'suspended', occurredOn: day('2026-02-10'), reason: 'Lay-off' }),
];
const facts = { agency: federalPolicy, reported: new Map(), holidays: new Set<never>(), today: day('2026-03-04') };

test('notices are due 45 days after the change, and late from then on', () => {
  expect(notices(history, facts).map(({ event, dueOn, state, daysLate }) => [event, dueOn, state, daysLate])).toEqual([
    ['registered', '2026-02-19', 'late', 13],
    ['suspended', '2026-03-27', 'due', 0],
  ]);
});

test('a notice carries what is printed on it', () => {
  expect(notices(history, facts)[1]).toMatchObject({ reason: 'Lay-off', occurredOn: '2026-02-10', reportedOn: null });
});

test.each([
  ['2026-02-19', 'reported', 0],
  ['2026-02-20', 'reported-late', 1],
])('a change reported on %s is %s', (on, state, daysLate) => {
  const reported = new Map([[recordEntryId(51), day(on)]]);
  expect(notices(history, { ...facts, reported })[0]).toMatchObject({ reportedOn: on, state, daysLate });
});

test("business days leave out weekends and the agency's holidays", () => {
  const ohio = findAgencyPolicy('US-OH');
  if (!ohio) throw new Error('Ohio ships with Journeybook');
  const dueOn = (holidays: ReadonlySet<ReturnType<typeof day>>) =>
    notices(history, { ...facts, agency: ohio, holidays })[0]?.dueOn;
  expect(dueOn(new Set())).toBe('2026-03-09');
  expect(dueOn(new Set([day('2026-01-19')]))).toBe('2026-03-10');
});

test('nothing is due for a draft that was given up', () => {
  expect(notices([statusChanged({ status: 'cancelled', from: 'draft' })], facts)).toEqual([]);
});
