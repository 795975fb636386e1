import { describe, expect, test } from 'vitest';
import type { CompletionReview, ReviewedItem } from './completion-review.js';
import { heldReview } from './completion-review.js';
import { apprenticeshipId, requirement, sponsorActor } from '../testing/build.js';
import { minutes } from '../units.js';

const item = (code: string, verdict: ReviewedItem['verdict'], takenBack = 2): ReviewedItem => ({
  kind: 'course',
  code,
  verdict,
  remark: 'Seen',
  by: sponsorActor.person,
  takenBack,
});
const unmet = requirement({ code: 'RTI11', met: false, missing: { kind: 'minutes', minutes: minutes(600) } });
const codesHeld = (...items: readonly ReviewedItem[]) => {
  const review: CompletionReview = { apprenticeship: apprenticeshipId(1), version: 4, items };
  const held = heldReview(review, [requirement(), unmet], () => 2);
  expect(held).toMatchObject({ apprenticeship: review.apprenticeship, version: 4 });
  return held.items.map((one) => one.code);
};

describe('a review holds', () => {
  test('for what was accepted and is met', () => {
    expect(codesHeld(item('RTI03', 'accepted'))).toEqual(['RTI03']);
  });
  test('not for what was accepted and is unmet now', () => {
    expect(codesHeld(item('RTI11', 'accepted'))).toEqual([]);
  });
  test('not for what was accepted on evidence that was taken back since, though it is met again', () => {
    expect(codesHeld(item('RTI03', 'accepted', 1))).toEqual([]);
    expect(codesHeld(item('RTI03', 'questioned', 1))).toEqual(['RTI03']);
  });
  test('for every question, met or not', () => {
    expect(codesHeld(item('RTI03', 'questioned'), item('RTI11', 'questioned'))).toEqual(['RTI03', 'RTI11']);
  });
  test('not for what is asked for no more', () => {
    expect(codesHeld(item('RTI99', 'accepted'), item('RTI98', 'questioned'))).toEqual([]);
  });
});
