import { describe, expect, test } from 'vitest';
import {
  actor,
  ada,
  apprenticeship,
  council,
  elsewhere,
  employerActor,
  foundry,
  mentorActor,
  mill,
  otherSponsor,
  sponsorActor,
  stranger,
} from '../testing/build.js';
import { stillInvites } from './still-invites.js';

const place = { kind: 'employer', sponsors: [council], agreements: [] } as const;
const toMentor = { organization: foundry, role: 'mentor', person: null } as const;
const toRun = { organization: foundry, role: 'employer-admin', person: null } as const;
const toApprentice = { organization: foundry, role: 'apprentice', person: ada } as const;

describe('who invited still may', () => {
  test('as an administrator of the organisation', () => {
    expect(stillInvites(employerActor, toMentor, place)).toBe(true);
  });
  test('as its only sponsor, to the administrator’s role alone, also where there is one by now', () => {
    expect(stillInvites(sponsorActor, toRun, place)).toBe(true);
    expect(stillInvites(sponsorActor, toMentor, place)).toBe(false);
    expect(stillInvites(sponsorActor, toRun, { ...place, sponsors: [council, elsewhere] })).toBe(false);
  });
  test('an apprentice, as the employer or the sponsor of an agreement', () => {
    const agreements = [apprenticeship({ employer: mill })];
    expect(stillInvites(sponsorActor, toApprentice, { ...place, agreements })).toBe(true);
    expect(stillInvites(employerActor, toApprentice, { ...place, agreements })).toBe(true);
    const millAdmin = actor(stranger, { role: 'employer-admin', organization: mill });
    expect(stillInvites(millAdmin, toApprentice, { ...place, agreements })).toBe(true);
    expect(stillInvites(millAdmin, toApprentice, place)).toBe(false);
  });
  test.each([
    ['whose role has ended', actor(stranger)],
    ['who is a mentor only by now', mentorActor],
    ['of another sponsor', otherSponsor],
  ])('is nobody %s', (_, who) => {
    for (const invitation of [toMentor, toRun, toApprentice])
      expect(stillInvites(who, invitation, { ...place, agreements: [apprenticeship()] })).toBe(false);
  });
});
