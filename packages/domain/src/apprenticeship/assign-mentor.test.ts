import { describe, expect, test } from 'vitest';
import type { AssignMentorFacts, MentorAssignment } from './assign-mentor.js';
import { assignMentor, isOverRatio } from './assign-mentor.js';
import {
  ada,
  apprenticeWithOffice,
  apprenticeship,
  day,
  employerActor,
  grace,
  mentorActor,
  mentorship,
  otherEmployer,
  sponsorActor,
} from '../testing/build.js';
import { refusalOf } from '../testing/accepted.js';

const assigning = (
  assignment: Partial<MentorAssignment> = {},
  facts: Partial<AssignMentorFacts> = {},
  who: typeof sponsorActor = employerActor,
) =>
  assignMentor(
    who,
    { mentor: grace, from: day('2026-03-02'), until: null, kind: 'mentor', ...assignment },
    {
      apprenticeship: apprenticeship(),
      assigned: [],
      ratio: { apprentices: 1, journeyworkers: 1 },
      site: { apprentices: 2, journeyworkers: 2 },
      ...facts,
    },
  );

describe('assigning a mentor', () => {
  test('is an assignment for a period', () => {
    expect(assigning({ until: day('2026-06-30') })).toEqual({
      ok: true,
      value: {
        mentorship: mentorship({ from: day('2026-03-02'), until: day('2026-06-30'), kind: 'mentor' }),
        flags: [],
      },
    });
  });
  test.each([
    ['the sponsor', {}, {}, sponsorActor],
    ['another mentor at the same time', {}, { assigned: [mentorship({ mentor: ada })] }, employerActor],
    [
      'the same mentor again, after a period that ended',
      {},
      { assigned: [mentorship({ until: day('2026-03-01') })] },
      employerActor,
    ],
    ['a stand-in for a week', { kind: 'stand-in', until: day('2026-03-08') }, {}, employerActor],
  ] as const)('is open to %s', (_, assignment, facts, who) => {
    expect(refusalOf(assigning(assignment, facts, who))).toBeNull();
  });
  test('flags a site with more apprentices than its journeyworkers may have', () => {
    expect(assigning({}, { site: { apprentices: 3, journeyworkers: 2 } })).toMatchObject({
      value: { flags: ['over-ratio'] },
    });
    expect(assigning({}, { site: { apprentices: 9, journeyworkers: 1 }, ratio: null })).toMatchObject({
      value: { flags: [] },
    });
  });
});

test.each([
  [5, 2, { apprentices: 2, journeyworkers: 1 }, true],
  [4, 2, { apprentices: 2, journeyworkers: 1 }, false],
  [1, 2, { apprentices: 1, journeyworkers: 3 }, true],
  [1, 3, { apprentices: 1, journeyworkers: 3 }, false],
])(
  '%i apprentices with %i journeyworkers under %o: over the ratio is %s',
  (apprentices, journeyworkers, ratio, over) => {
    expect(isOverRatio({ apprentices, journeyworkers }, ratio)).toBe(over);
  },
);

describe('assigning a mentor refuses', () => {
  test.each([
    ['the apprentice', { mentor: ada }, {}, 'own-mentor'],
    ['a period that ends before it begins', { until: day('2026-03-01') }, {}, 'period-backwards'],
    ['a stand-in without an end', { kind: 'stand-in' }, {}, 'stand-in-without-end'],
    ['a day before the agreement', { from: day('2026-01-04') }, {}, 'before-agreement'],
    ['the same mentor at the same time', {}, { assigned: [mentorship()] }, 'already-assigned'],
    ['a closed record', {}, { apprenticeship: apprenticeship({ status: 'completed' }) }, 'record-closed'],
  ] as const)('%s', (_, assignment, facts, kind) => {
    expect(refusalOf(assigning(assignment, facts))).toBe(kind);
  });
  test.each([
    ['another employer', otherEmployer],
    ['a mentor', mentorActor],
    ['the apprentice with an office', apprenticeWithOffice],
  ])('%s', (_, who) => {
    expect(refusalOf(assigning({}, {}, who))).toBe('not-their-apprentice');
  });
});
