import { describe, expect, test } from 'vitest';
import { readAgency } from './read-agency.js';

describe('the agency of a program', () => {
  test.each([
    ['OH', 'SAA', 'US-OH', null],
    ['ohio', null, 'US-OH', null],
    ['Rhode Island', 'SAA', 'US-RI', null],
    ['National', 'OA', 'US', null],
    ['us', null, 'US', null],
    [null, null, 'US', /No Registration State is given/],
    ['MT', 'SAA', 'US', /No policy of Montana is known/],
    ['District of Columbia', null, 'US', /No policy of District of Columbia is known/],
    ['CA', 'OA', 'US', /The federal Office of Apprenticeship registers in California/],
  ] as const)('in %s by %s is %s', (state, office, agency, note) => {
    const reading = readAgency(state, office);
    expect(reading?.agency.agency).toBe(agency);
    note === null ? expect(reading?.note).toBeNull() : expect(reading?.note).toMatch(note);
  });

  test.each(['Ohoi', 'O', 'OHI', '', 'ZZ'])('is none in %j', (state) => {
    expect(readAgency(state, 'SAA')).toBeNull();
  });
});
