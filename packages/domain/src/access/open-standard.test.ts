import { describe, expect, test } from 'vitest';
import { openCustomisation, openStandard } from './open-standard.js';
import type { PersonActor } from './roles.js';
import { actor, ada, college, council, elsewhere, foundry, irene, mill, stranger } from '../testing/build.js';

const facts = { sponsor: council, employers: [foundry, mill], colleges: [college], bound: false };
const bound = { ...facts, bound: true };

const sponsor = actor(stranger, { role: 'sponsor-admin', organization: council });
const employer = actor(stranger, { role: 'employer-admin', organization: foundry });
const mentor = actor(stranger, { role: 'mentor', organization: foundry });
const instructor = actor(irene, { role: 'instructor', organization: college });
const apprentice = actor(ada, { role: 'apprentice', organization: foundry });

describe('who reads a published version, and why', () => {
  test.each([
    ['sponsor', sponsor, facts],
    ['employer', employer, facts],
    ['mentor', mentor, facts],
    ['college', instructor, facts],
    ['college', actor(stranger, { role: 'college-admin', organization: college }), facts],
    ['auditor', actor(stranger, { role: 'auditor', organization: council }), facts],
    ['apprentice', apprentice, bound],
  ] as const)('the %s', (reader, who, given) => {
    expect(openStandard(who, { ...given, status: 'published' })).toEqual({ ok: true, value: reader });
  });
});

describe('who does not read a published version', () => {
  test.each([
    ['a person without any role', actor(stranger)],
    ['an apprentice of the program who is bound to another version', apprentice],
    ["another sponsor's administrator", actor(stranger, { role: 'sponsor-admin', organization: elsewhere })],
    ['an employer outside the program', actor(stranger, { role: 'employer-admin', organization: elsewhere })],
    ['a mentor outside the program', actor(stranger, { role: 'mentor', organization: elsewhere })],
    ['a sponsor role held at an employer', actor(stranger, { role: 'sponsor-admin', organization: foundry })],
    ['an employer role held at a college', actor(stranger, { role: 'employer-admin', organization: college })],
    ['a teaching role held at an employer', actor(stranger, { role: 'instructor', organization: foundry })],
    ['an auditor of another sponsor', actor(stranger, { role: 'auditor', organization: elsewhere })],
  ] as const)('%s', (_, who) => {
    expect(openStandard(who, { ...facts, status: 'published' })).toEqual({
      ok: false,
      refusal: { kind: 'not-found' },
    });
  });
});

test('a draft is read by its sponsor and nobody else', () => {
  const read = (who: PersonActor) => openStandard(who, { ...bound, status: 'draft' }).ok;
  expect(read(sponsor)).toBe(true);
  expect([employer, mentor, instructor, apprentice].map(read)).toEqual([false, false, false, false]);
});

describe('what an employer made its own', () => {
  const read = (who: PersonActor, at = foundry, given = facts) => openCustomisation(who, { ...given, employer: at }).ok;

  test('is read by the sponsor and by whoever manages, mentors or trains there', () => {
    expect([sponsor, employer, mentor].map((who) => read(who))).toEqual([true, true, true]);
    expect(read(apprentice, foundry, bound)).toBe(true);
  });
  test('is hidden from the other employers of the program, its mentors and its apprentices', () => {
    expect([employer, mentor].map((who) => read(who, mill))).toEqual([false, false]);
    expect(read(apprentice, mill, bound)).toBe(false);
  });
  test('is hidden from colleges and from apprentices bound to another version', () => {
    expect([instructor, apprentice].map((who) => read(who))).toEqual([false, false]);
  });
  test('is not there for an employer outside the program, for the sponsor neither', () => {
    expect([read(sponsor, elsewhere), read(sponsor, college)]).toEqual([false, false]);
  });
});
