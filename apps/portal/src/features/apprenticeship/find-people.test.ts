import type { ApprenticeshipSummary } from '@journeybook/contracts';
import { describe, expect, test } from 'vitest';
import { findPeople } from './find-people.js';

const person = (name: string, employer: string) =>
  ({
    apprentice: { id: '1', name },
    occupation: 'Technician',
    employer: { id: '2', name: employer },
  }) as ApprenticeshipSummary;
const people = [person('Tomás Rivera', 'Northfield Castings'), person('Adaeze Dike', 'Lakeside Tool')];

describe('finding people', () => {
  test.each([
    ['', 2],
    ['tomas', 1],
    ['lakeside', 1],
    ['technician riv', 1],
    ['nobody', 0],
  ])('finds by "%s"', (typed, count) => {
    expect(findPeople(people, typed)).toHaveLength(count);
  });
});
