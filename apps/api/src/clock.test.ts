import { at } from '@journeybook/domain/testing';
import { expect, test } from 'vitest';
import { Clock } from './clock.js';

const clockIn = (zone: string, moment: string) => new Clock(zone, () => new Date(moment));

test.each([
  ['America/Chicago', '2026-03-05T05:59:59Z', '2026-03-04'],
  ['America/Chicago', '2026-03-05T06:00:00Z', '2026-03-05'],
  ['America/Chicago', '2026-07-05T04:59:59Z', '2026-07-04'],
  ['Pacific/Auckland', '2026-03-04T12:00:00Z', '2026-03-05'],
  ['UTC', '2026-12-31T23:59:59Z', '2026-12-31'],
])('today in %s at %s is %s', (zone, moment, date) => {
  expect(clockIn(zone, moment).today()).toBe(date);
});

test('tells instants in UTC, and those to come', () => {
  const clock = clockIn('America/Chicago', '2026-03-04T15:00:00Z');
  expect(clock.now()).toBe(at('2026-03-04T15:00:00Z'));
  expect(clock.in(15)).toBe(at('2026-03-04T15:15:00Z'));
  expect(clock.dateOf(at('2026-03-04T02:00:00Z'))).toBe('2026-03-03');
});
