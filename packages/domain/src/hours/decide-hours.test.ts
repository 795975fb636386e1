import { describe, expect, test } from 'vitest';
import { mayDecideHours } from './decide-hours.js';
import {
  ada,
  actor,
  apprenticeActor,
  approval,
  approvedHours,
  apprenticeshipId,
  council,
  day,
  draftHours,
  elsewhere,
  foundry,
  grace,
  mill,
  mentorship,
  returnedHours,
  stranger,
  submittedHours,
} from '../testing/build.js';
import { refusalOf } from '../testing/accepted.js';

const refusal = (kind: string) => ({ ok: false, refusal: { kind } });

describe('deciding hours', () => {
  test('is open to the mentor of that day for what was shown', () => {
    expect(mayDecideHours(submittedHours(), approval())).toEqual({ ok: true, value: submittedHours() });
  });
  test.each([
    ['on its first day', mentorship({ from: day('2026-03-02') })],
    ['on its last day', mentorship({ until: day('2026-03-02') })],
  ])('is open to a mentorship %s', (_, assignment) => {
    expect(mayDecideHours(submittedHours(), approval({ mentorships: [assignment] })).ok).toBe(true);
  });
  test('refuses the apprentice, even one who is listed as their own mentor', () => {
    const own = approval({ by: apprenticeActor, mentorships: [mentorship({ mentor: ada })] });
    expect(mayDecideHours(submittedHours(), own)).toEqual(refusal('own-hours'));
  });
  test.each([
    ['that began later', mentorship({ from: day('2026-03-03') })],
    ['that ended before', mentorship({ until: day('2026-03-01') })],
    ['of another apprenticeship', mentorship({ apprenticeship: apprenticeshipId(2) })],
    ['of another mentor', mentorship({ mentor: stranger })],
  ])('refuses a mentorship %s', (_, assignment) => {
    expect(mayDecideHours(submittedHours(), approval({ mentorships: [assignment] }))).toEqual(
      refusal('not-their-mentor'),
    );
  });
  test.each([
    ['where they were worked, by whom', foundry, null],
    ['of today, by whom', mill, null],
    ['of nobody', elsewhere, 'not-their-mentor'],
  ])('asks for the role of a mentor at the employer %s', (_, organization, kind) => {
    const by = actor(grace, { role: 'mentor', organization });
    const moved = { ...approval().apprenticeship, employer: mill };
    expect(refusalOf(mayDecideHours(submittedHours(), approval({ by, apprenticeship: moved })))).toBe(kind);
  });
  test('is open to a mentor of the sponsor', () => {
    const by = actor(grace, { role: 'mentor', organization: council });
    expect(mayDecideHours(submittedHours(), approval({ by })).ok).toBe(true);
  });
  test.each([draftHours(), approvedHours(), returnedHours()])('refuses hours that are $status', (entry) => {
    const shown = approval({ shownVersion: entry.version });
    expect(mayDecideHours(entry, shown)).toEqual({
      ok: false,
      refusal: { kind: 'not-submitted', status: entry.status },
    });
  });
  test.each([1, 3])('refuses version 2 when version %i was shown', (shownVersion) => {
    expect(mayDecideHours(submittedHours(), approval({ shownVersion }))).toEqual(refusal('changed-since-shown'));
  });
  test('tells somebody who is no mentor nothing about the state of the hours', () => {
    const answer = mayDecideHours(approvedHours(), approval({ by: actor(stranger), shownVersion: 99 }));
    expect(answer).toEqual(refusal('not-their-mentor'));
  });
});
