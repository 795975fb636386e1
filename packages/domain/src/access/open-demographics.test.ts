import { describe, expect, test } from 'vitest';
import type { PersonActor } from './roles.js';
import { openDemographics } from './open-demographics.js';
import {
  actor,
  ada,
  apprenticeship,
  college,
  council,
  day,
  elsewhere,
  foundry,
  grace,
  irene,
  mentorship,
  personId,
  stranger,
} from '../testing/build.js';

const facts = { apprenticeship: apprenticeship(), mentorships: [mentorship()], today: day('2026-03-04') };
const exporting = { kind: 'agency-export', reason: 'Registration with the agency' } as const;
const sponsor = actor(stranger, { role: 'sponsor-admin', organization: council });
const sponsorEmploys = { ...facts, apprenticeship: apprenticeship({ employer: council }) };

describe('who sees the answers of an apprentice', () => {
  test('the apprentice, their own', () => {
    expect(openDemographics(actor(ada), { kind: 'own' }, facts)).toEqual({ ok: true, value: 'apprentice' });
  });
  test("the sponsor's administrator, in the file for the agency and with a reason", () => {
    expect(openDemographics(sponsor, exporting, facts)).toEqual({ ok: true, value: 'sponsor' });
  });
  test('the sponsor that is the employer too, and nobody else of the employer', () => {
    expect(openDemographics(sponsor, exporting, sponsorEmploys)).toEqual({ ok: true, value: 'sponsor' });
    const manager = actor(stranger, { role: 'employer-admin', organization: council });
    expect(openDemographics(manager, exporting, sponsorEmploys).ok).toBe(false);
  });
});

describe('who does not see them', () => {
  test.each([
    ['a person without any role', actor(stranger)],
    ['the mentor', actor(grace, { role: 'mentor', organization: foundry })],
    ["the employer's administrator", actor(stranger, { role: 'employer-admin', organization: foundry })],
    ["another sponsor's administrator", actor(stranger, { role: 'sponsor-admin', organization: elsewhere })],
    ['a sponsor role held at the employer', actor(stranger, { role: 'sponsor-admin', organization: foundry })],
    ['an instructor of the college', actor(irene, { role: 'instructor', organization: college })],
    ["the college's administrator", actor(stranger, { role: 'college-admin', organization: college })],
    ['an auditor', actor(stranger, { role: 'auditor', organization: council })],
    ['another apprentice', actor(personId(5), { role: 'apprentice', organization: foundry })],
    ['the apprentice, as an export', actor(ada, { role: 'sponsor-admin', organization: council })],
  ] as const)('%s', (_, who) => {
    expect(openDemographics(who, exporting, facts)).toEqual({ ok: false, refusal: { kind: 'not-their-answers' } });
  });
  test.each([
    ['the sponsor', sponsor],
    ['the mentor', actor(grace, { role: 'mentor', organization: foundry })],
    ['the employer', actor(stranger, { role: 'employer-admin', organization: foundry })],
  ] as const)('%s, on the page of the apprentice', (_, who) => {
    expect(openDemographics(who, { kind: 'own' }, facts)).toEqual({
      ok: false,
      refusal: { kind: 'not-their-answers' },
    });
  });
  test.each([
    [
      'an administrator of the sponsor who also runs the employer',
      actor(
        stranger,
        { role: 'sponsor-admin', organization: council },
        { role: 'employer-admin', organization: foundry },
      ),
    ],
    [
      'an administrator of the sponsor who mentors the apprentice',
      actor(grace, { role: 'sponsor-admin', organization: council }),
    ],
  ] satisfies [string, PersonActor][])('%s', (_, who) => {
    expect(openDemographics(who, exporting, facts)).toEqual({ ok: false, refusal: { kind: 'acts-for-employer' } });
  });
  test('the sponsor without a reason', () => {
    expect(openDemographics(sponsor, { ...exporting, reason: '  ' }, facts)).toEqual({
      ok: false,
      refusal: { kind: 'reason-missing' },
    });
  });
});
