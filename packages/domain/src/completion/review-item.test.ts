import { describe, expect, test } from 'vitest';
import { beginReview, reviewOf } from './completion-review.js';
import type { ReviewedItem } from './completion-review.js';
import { reviewItem } from './review-item.js';
import {
  apprenticeWithOffice,
  apprenticeship,
  apprenticeshipId,
  employerActor,
  requirement,
  sponsorActor,
} from '../testing/build.js';
import { accepted, refusalOf } from '../testing/accepted.js';

const open = requirement({ code: 'RTI11', met: false, missing: { kind: 'minutes', minutes: 600 as never } });
const facts = { apprenticeship: apprenticeship(), requirements: [requirement(), open], takenBack: () => 1 };
const begun = beginReview(apprenticeshipId(1));
const reviewing = (item: Partial<ReviewedItem>, who: typeof sponsorActor = sponsorActor, review = begun) =>
  reviewItem(
    who,
    review,
    { kind: 'course', code: 'RTI03', verdict: 'accepted', remark: '', takenBack: 1, ...item },
    facts,
  );

describe('reviewing an item', () => {
  test('keeps who accepted what', () => {
    const review = accepted(reviewing({}));
    expect(review.version).toBe(1);
    expect(reviewOf(review, requirement())).toEqual({
      kind: 'course',
      code: 'RTI03',
      verdict: 'accepted',
      remark: '',
      by: sponsorActor.person,
      takenBack: 1,
    });
    expect(reviewOf(review, open)).toBeNull();
  });
  test('again replaces the word before', () => {
    const questioned = accepted(reviewing({ verdict: 'questioned', remark: 'Which section?' }));
    const review = accepted(reviewing({}, sponsorActor, questioned));
    expect(review).toMatchObject({ version: 2, items: [{ code: 'RTI03', verdict: 'accepted' }] });
  });
  test('may question what is unmet', () => {
    expect(reviewing({ code: 'RTI11', verdict: 'questioned', remark: 'Not taken yet' }).ok).toBe(true);
  });
  test.each([
    ['what is unmet as accepted', { code: 'RTI11' }, sponsorActor, 'requirement-unmet'],
    ['to accept what was taken back and recorded anew', { takenBack: 0 }, sponsorActor, 'changed-since-shown'],
    ['what nobody asks for', { code: 'RTI99' }, sponsorActor, 'unknown-requirement'],
    ['a question without a remark', { verdict: 'questioned', remark: ' ' }, sponsorActor, 'remark-missing'],
    ['the employer', {}, employerActor, 'not-their-program'],
    ['the apprentice with an office', {}, apprenticeWithOffice, 'own-completion'],
  ] as const)('refuses %s', (...[, item, who, kind]) => {
    expect(refusalOf(reviewing(item, who))).toBe(kind);
  });
  test('refuses what is not active', () => {
    const done = { ...facts, apprenticeship: apprenticeship({ status: 'completed' }) };
    const item = { kind: 'course', code: 'RTI03', verdict: 'accepted', remark: '', takenBack: 1 } as const;
    expect(refusalOf(reviewItem(sponsorActor, begun, item, done))).toBe('not-active');
  });
});
