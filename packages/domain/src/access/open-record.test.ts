import { describe, expect, test } from 'vitest';
import { openRecord, takePart } from './open-record.js';
import {
  actor,
  ada,
  apprenticeship,
  apprenticeshipId,
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

describe('who may open a record, and why', () => {
  test.each([
    ['apprentice', actor(ada)],
    ['mentor', actor(grace)],
    ['employer', actor(stranger, { role: 'employer-admin', organization: foundry })],
    ['sponsor', actor(stranger, { role: 'sponsor-admin', organization: council })],
    ['auditor', actor(stranger, { role: 'auditor', organization: council })],
  ] as const)('the %s', (reader, who) => {
    expect(openRecord(who, facts)).toEqual({ ok: true, value: reader });
  });

  test('the apprentice stays the apprentice when the employer made them an administrator', () => {
    const who = actor(ada, { role: 'employer-admin', organization: foundry });
    expect(openRecord(who, facts)).toEqual({ ok: true, value: 'apprentice' });
  });
  test.each(['draft', 'registered', 'suspended', 'completed', 'cancelled', 'transferred'] as const)(
    'the apprentice, also when it is %s',
    (status) => {
      const own = { ...facts, apprenticeship: apprenticeship({ status }) };
      expect(openRecord(actor(ada), own)).toEqual({ ok: true, value: 'apprentice' });
    },
  );
});

describe('who may not open a record', () => {
  test.each([
    ['a person without any role', actor(stranger)],
    ['another apprentice of the same employer', actor(personId(5), { role: 'apprentice', organization: foundry })],
    ['a mentor at the same employer who is not assigned', actor(stranger, { role: 'mentor', organization: foundry })],
    ["another employer's administrator", actor(stranger, { role: 'employer-admin', organization: elsewhere })],
    ["another sponsor's administrator", actor(stranger, { role: 'sponsor-admin', organization: elsewhere })],
    ['an employer role held at the sponsor', actor(stranger, { role: 'employer-admin', organization: council })],
    ['a sponsor role held at the employer', actor(stranger, { role: 'sponsor-admin', organization: foundry })],
    ['an instructor of the college', actor(irene, { role: 'instructor', organization: college })],
    ["the college's administrator", actor(stranger, { role: 'college-admin', organization: college })],
    ['an auditor of another sponsor', actor(stranger, { role: 'auditor', organization: elsewhere })],
  ] as const)('%s', (_, who) => {
    expect(openRecord(who, facts)).toEqual({ ok: false, refusal: { kind: 'not-their-record' } });
  });

  test.each([
    ['whose assignment ended yesterday', mentorship({ until: day('2026-03-03') })],
    ['whose assignment begins tomorrow', mentorship({ from: day('2026-03-05') })],
    ['of another apprenticeship', mentorship({ apprenticeship: apprenticeshipId(2) })],
  ])('a mentor %s', (_, assignment) => {
    expect(openRecord(actor(grace), { ...facts, mentorships: [assignment] })).toEqual({
      ok: false,
      refusal: { kind: 'not-their-record' },
    });
  });
});

test('an auditor reads a record and takes part in nothing', () => {
  const auditor = { role: 'auditor', organization: council } as const;
  expect(takePart(actor(stranger, auditor), facts)).toEqual({ ok: false, refusal: { kind: 'not-their-record' } });
  expect(takePart(actor(grace, auditor), facts)).toEqual({ ok: true, value: 'mentor' });
  expect(takePart(actor(stranger), facts).ok).toBe(false);
});
