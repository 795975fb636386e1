import { expect, test } from 'vitest';
import { mayReadWages } from './read-wages.js';
import {
  apprenticeActor,
  apprenticeship,
  employerActor,
  mentorActor,
  otherEmployer,
  otherSponsor,
  sponsorActor,
} from '../testing/build.js';
import { refusalOf } from '../testing/accepted.js';

test.each([
  ['the apprentice', apprenticeActor, null],
  ['the employer', employerActor, null],
  ['the sponsor', sponsorActor, null],
  ['a mentor', mentorActor, 'not-their-apprentice'],
  ['another employer', otherEmployer, 'not-their-apprentice'],
  ['another sponsor', otherSponsor, 'not-their-apprentice'],
])('wages are seen by the parties of the agreement: %s', (_, who, refusal) => {
  expect(refusalOf(mayReadWages(who, apprenticeship()))).toBe(refusal);
});
