import { describe, expect, test } from 'vitest';
import type { StandingToRequest } from './request-standing.js';
import { requestStanding } from './request-standing.js';
import {
  apprenticeActor,
  apprenticeship,
  competencyCode,
  courseCode,
  employerActor,
  imt,
  mentorActor,
  now,
  otherEmployer,
  processCode,
  sponsorActor,
  standingRequest,
} from '../testing/build.js';
import { refusalOf } from '../testing/accepted.js';
import { hours } from '../units.js';

const { id, items, reason, evidence, youthMinutes } = standingRequest();
const asking = (
  asked: Partial<StandingToRequest> = {},
  who: typeof employerActor = employerActor,
  status: 'active' | 'cancelled' = 'active',
) =>
  requestStanding(
    who,
    { id, items, reason, evidence, youthMinutes, ...asked },
    { apprenticeship: apprenticeship({ status }), standard: imt(), now },
  );

describe('asking for advanced standing', () => {
  test('waits for a decision', () => {
    expect(asking()).toEqual({ ok: true, value: standingRequest() });
  });
  test.each([
    ['the apprentice', apprenticeActor],
    ['the sponsor', sponsorActor],
  ])('is open to %s', (_, who) => {
    expect(asking({}, who)).toMatchObject({ value: { requestedBy: who.person } });
  });
  test.each([
    ['nothing', { items: [] }, 'nothing-requested'],
    ['the same process twice', { items: [items[0]!, items[0]!] }, 'item-twice'],
    [
      'a process of another standard',
      { items: [{ kind: 'work-process', workProcess: processCode('X'), minutes: hours(1) }] },
      'unknown-work-process',
    ],
    [
      'a course of another standard',
      { items: [{ kind: 'course', course: courseCode('X'), minutes: hours(1) }] },
      'course-not-in-standard',
    ],
    [
      'a skill of another standard',
      { items: [{ kind: 'competency', competency: competencyCode('X'), level: 3 }] },
      'unknown-competency',
    ],
    [
      'a skill below its level',
      { items: [{ kind: 'competency', competency: competencyCode('WP01.01'), level: 2 }] },
      'below-required-level',
    ],
    [
      'a skill off the scale',
      { items: [{ kind: 'competency', competency: competencyCode('WP01.01'), level: 9 }] },
      'level-not-on-scale',
    ],
    [
      'no time',
      { items: [{ kind: 'work-process', workProcess: processCode('WP01'), minutes: hours(0) }] },
      'minutes-not-positive',
    ],
    ['no youth hours', { youthMinutes: hours(0) }, 'minutes-not-positive'],
    ['without a reason', { reason: ' ' }, 'reason-missing'],
    ['without evidence', { evidence: [{ title: ' ', reference: '' }] }, 'evidence-missing'],
  ] as const)('is refused for %s', (_, asked, kind) => {
    expect(refusalOf(asking(asked))).toBe(kind);
  });
  test('is refused to others, and for a record that is closed', () => {
    expect(refusalOf(asking({}, mentorActor))).toBe('not-their-record');
    expect(refusalOf(asking({}, otherEmployer))).toBe('not-their-record');
    expect(refusalOf(asking({}, employerActor, 'cancelled'))).toBe('record-closed');
  });
});
