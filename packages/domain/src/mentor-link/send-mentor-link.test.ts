import { describe, expect, test } from 'vitest';
import {
  actor,
  ada,
  apprenticeship,
  apprenticeshipId,
  council,
  day,
  elsewhere,
  foundry,
  grace,
  mentorship,
  signOffRequest,
  stranger,
  today,
} from '../testing/build.js';
import type { AskedLink } from './send-mentor-link.js';
import { sendMentorLink } from './send-mentor-link.js';

type Facts = Parameters<typeof sendMentorLink>[2];
const asked = (overrides: Partial<AskedLink> = {}): AskedLink => ({
  mentor: grace,
  aboutHours: true,
  request: null,
  ...overrides,
});
const facts = (overrides: Partial<Facts> = {}): Facts => ({
  apprenticeship: apprenticeship(),
  mentorships: [mentorship()],
  today,
  address: 'grace@foundry.example',
  hoursWaiting: 2,
  ...overrides,
});
const apprentice = actor(ada, { role: 'apprentice', organization: foundry });
const employer = actor(stranger, { role: 'employer-admin', organization: foundry });
const outcome = (who = employer, what: Partial<AskedLink> = {}, given: Partial<Facts> = {}) => {
  const result = sendMentorLink(who, asked(what), facts(given));
  return result.ok ? result.value : result.refusal.kind;
};

describe('a mentor is sent a link', () => {
  test.each([
    ['the apprentice', apprentice],
    ['the employer', employer],
  ])('by %s, to the address on file', (_, who) => {
    expect(outcome(who)).toBe('grace@foundry.example');
  });
  test('about a skill that the apprentice asked to be looked at, or the hours, or both', () => {
    const request = signOffRequest();
    expect(outcome(employer, { aboutHours: false, request }, { hoursWaiting: 0 })).toBe('grace@foundry.example');
    expect(outcome(employer, { request })).toBe('grace@foundry.example');
  });
});

describe('a mentor is sent no link', () => {
  test.each([
    ['the sponsor', actor(stranger, { role: 'sponsor-admin', organization: council })],
    ['another employer', actor(stranger, { role: 'employer-admin', organization: elsewhere })],
    ['another apprentice', actor(stranger, { role: 'apprentice', organization: foundry })],
    ['the mentor', actor(grace, { role: 'mentor', organization: foundry })],
  ] as const)('by %s', (_, who) => {
    expect(outcome(who)).toBe('not-their-record');
  });
  test.each([
    ['is not assigned', { mentorships: [] }, {}, 'mentor-not-assigned'],
    ['was assigned before', { mentorships: [mentorship({ until: day('2026-01-31') })] }, {}, 'mentor-not-assigned'],
    ['is the apprentice', { mentorships: [mentorship({ mentor: ada })] }, { mentor: ada }, 'mentor-not-assigned'],
    ['has no address', { address: null }, {}, 'mentor-without-address'],
    ['has no hours to decide', { hoursWaiting: 0 }, {}, 'nothing-waits'],
    ['is asked for nothing', {}, { aboutHours: false }, 'nothing-waits'],
    ['is asked what was answered', {}, { request: signOffRequest({ state: 'declined' }) }, 'nothing-waits'],
    [
      'is asked for another apprentice',
      {},
      { request: signOffRequest({ apprenticeship: apprenticeshipId(9) }) },
      'nothing-waits',
    ],
    [
      'is asked about a record that is closed',
      { apprenticeship: apprenticeship({ status: 'completed' }) },
      {},
      'nothing-waits',
    ],
  ] as const)('who %s', (_, given, what, kind) => {
    expect(outcome(employer, what, given)).toBe(kind);
  });
});
