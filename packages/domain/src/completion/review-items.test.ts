import { describe, expect, test } from 'vitest';
import { beginReview } from './completion-review.js';
import type { CompletionReview, ReviewedItem } from './completion-review.js';
import { reviewItems } from './review-items.js';
import {
  apprenticeWithOffice,
  apprenticeship,
  apprenticeshipId,
  employerActor,
  requirement,
  sponsorActor,
} from '../testing/build.js';
import { accepted, refusalOf } from '../testing/accepted.js';
import { minutes } from '../units.js';

const math = requirement({ code: 'RTI11' });
const open = requirement({ code: 'RTI12', met: false, missing: { kind: 'minutes', minutes: minutes(600) } });
const facts = { apprenticeship: apprenticeship(), requirements: [requirement(), math, open], takenBack: () => 0 };
const begun = beginReview(apprenticeshipId(1));
const item = (code: string, verdict: ReviewedItem['verdict'] = 'accepted', remark = '') =>
  ({ kind: 'course', code, verdict, remark, takenBack: 0 }) as const;
const reviewing = (
  items: readonly ReturnType<typeof item>[],
  {
    review = begun,
    shownVersion,
    who = sponsorActor,
  }: { review?: CompletionReview; shownVersion?: number; who?: typeof sponsorActor } = {},
) => reviewItems(who, review, { items, shownVersion: shownVersion ?? review.version }, facts);

describe('reviewing several items', () => {
  test('keeps every word, and the version goes up with each', () => {
    const review = accepted(reviewing([item('RTI03'), item('RTI11', 'questioned', 'Which section?')]));
    expect(review).toMatchObject({
      version: 2,
      items: [
        { code: 'RTI03', verdict: 'accepted', by: sponsorActor.person },
        { code: 'RTI11', verdict: 'questioned', remark: 'Which section?' },
      ],
    });
  });
  test('is refused as a whole when one of them cannot be said', () => {
    expect(refusalOf(reviewing([item('RTI03'), item('RTI12')]))).toBe('requirement-unmet');
    expect(refusalOf(reviewing([item('RTI99'), item('RTI03')]))).toBe('unknown-requirement');
    expect(refusalOf(reviewing([item('RTI03', 'questioned')]))).toBe('remark-missing');
  });
  test('is refused when the review went on since it was shown', () => {
    const review = accepted(reviewing([item('RTI03')]));
    expect(refusalOf(reviewing([item('RTI11')], { review, shownVersion: 0 }))).toBe('changed-since-shown');
    expect(refusalOf(reviewing([item('RTI11')], { review }))).toBeNull();
  });
  test('drops what lapsed meanwhile', () => {
    const review: CompletionReview = {
      ...begun,
      version: 1,
      items: [{ ...item('RTI12'), by: sponsorActor.person }],
    };
    expect(accepted(reviewing([item('RTI03')], { review })).items.map((one) => one.code)).toEqual(['RTI03']);
  });
  test.each([
    ['the employer', employerActor, 'not-their-program'],
    ['the apprentice with an office', apprenticeWithOffice, 'own-completion'],
  ])('is refused to %s, whatever was shown', (_, who, kind) => {
    expect(refusalOf(reviewing([item('RTI03')], { who, shownVersion: 9 }))).toBe(kind);
  });
});
