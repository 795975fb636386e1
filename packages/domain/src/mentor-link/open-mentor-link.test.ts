import { describe, expect, test } from 'vitest';
import type { MentorLinkId } from '../brand.js';
import {
  actor,
  ada,
  apprenticeship,
  apprenticeshipId,
  at,
  council,
  foundry,
  grace,
  stranger,
} from '../testing/build.js';
import type { MentorLink } from './mentor-link.js';
import { openMentorLink, revokeMentorLink } from './open-mentor-link.js';

const link = (overrides: Partial<MentorLink> = {}): MentorLink => ({
  id: '01' as MentorLinkId,
  apprenticeship: apprenticeshipId(1),
  mentor: grace,
  aboutHours: true,
  signOffRequest: null,
  askedBy: ada,
  askedAt: at('2026-03-10T08:00:00Z'),
  expiresAt: at('2026-03-13T08:00:00Z'),
  openedAt: null,
  revokedAt: null,
  ...overrides,
});
const now = at('2026-03-11T08:00:00Z');

describe('the link of a mentor', () => {
  test('opens', () => {
    expect(openMentorLink(link(), { now, isTheirMentor: true })).toEqual({ ok: true, value: link() });
  });
  test.each([
    ['nobody was sent', null, {}, 'unknown'],
    ['was opened', link({ openedAt: now }), {}, 'used'],
    ['was taken back', link({ revokedAt: now }), {}, 'taken-back'],
    ['was taken back after it was opened', link({ revokedAt: now, openedAt: now }), {}, 'taken-back'],
    ['has run out', link(), { now: at('2026-03-13T08:00:00Z') }, 'run-out'],
    ['is no mentor’s of the apprentice any more', link(), { isTheirMentor: false }, 'not-their-mentor'],
  ] as const)('opens nothing when it %s', (_, one, given, why) => {
    expect(openMentorLink(one, { now, isTheirMentor: true, ...given })).toEqual({
      ok: false,
      refusal: { kind: 'mentor-link-over', why },
    });
  });
});

describe('a link is taken back', () => {
  const employer = actor(stranger, { role: 'employer-admin', organization: foundry });
  test('by the employer or the apprentice, opened or not, once', () => {
    const apprentice = actor(ada, { role: 'apprentice', organization: foundry });
    for (const who of [employer, apprentice])
      for (const one of [link(), link({ openedAt: now })])
        expect(revokeMentorLink(who, one, apprenticeship()).ok).toBe(true);
    expect(revokeMentorLink(employer, link({ revokedAt: now }), apprenticeship())).toMatchObject({
      refusal: { kind: 'mentor-link-over', why: 'taken-back' },
    });
  });
  test('by nobody else', () => {
    const sponsor = actor(stranger, { role: 'sponsor-admin', organization: council });
    expect(revokeMentorLink(sponsor, link(), apprenticeship())).toMatchObject({
      refusal: { kind: 'not-their-record' },
    });
  });
});
