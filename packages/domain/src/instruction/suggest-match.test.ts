import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Candidate, LearnerDetails } from './suggest-match.js';
import { suggestMatch } from './suggest-match.js';
import { ada, candidate, learner, personId } from '../testing/build.js';

const onlyName = learner({ sisId: null, email: null });
const onlyEmail = learner({ sisId: null, name: null });
const onlyStudentId = learner({ name: null, email: null });
const twin = personId(2);

describe('suggesting who a learner is', () => {
  test.each([
    ['same-student-id', onlyStudentId],
    ['same-email', onlyEmail],
    ['same-name', onlyName],
  ])('finds the %s', (reason, details) => {
    expect(suggestMatch(details, [candidate()])).toEqual({ person: ada, reason });
  });
  test.each([
    ['letter case', onlyEmail, candidate({ email: 'Ada.Lopez@College.Example' })],
    ['blanks around', onlyStudentId, candidate({ studentId: ' S-1001 ' })],
    [
      'how an accent is encoded',
      learner({ ...onlyName, name: 'Zoe\u0308 Ruiz' }),
      candidate({ name: 'Zo\u00eb Ruiz' }),
    ],
  ])('does not mind %s', (_, details, one) => {
    expect(suggestMatch(details, [one])).toMatchObject({ person: ada });
  });
  test('gives the strongest reason first', () => {
    const sameEmail = candidate({ person: twin, studentId: 'S-2', name: 'Other Person' });
    const sameStudentId = candidate({ email: null, name: 'A. Lopez-Garcia' });
    expect(suggestMatch(learner(), [sameEmail, sameStudentId])).toEqual({ person: ada, reason: 'same-student-id' });
  });
  test('goes on to the next reason when nobody has the first', () => {
    expect(suggestMatch(learner({ sisId: 'S-9' }), [candidate()])).toEqual({ person: ada, reason: 'same-email' });
  });
});

test('somebody with two agreements is one suggestion', () => {
  expect(suggestMatch(learner(), [candidate(), candidate()])).toMatchObject({ person: ada });
});

describe('suggesting nobody', () => {
  test.each([
    ['there are no candidates', learner(), []],
    ['nothing agrees', learner({ name: 'Bo', email: 'bo@x.example', sisId: 'S-9' }), [candidate()]],
    ['the platform told nothing', learner({ name: null, email: null, sisId: null }), [candidate()]],
    [
      'both sides are empty',
      learner({ name: '', email: ' ', sisId: '' }),
      [candidate({ name: '', email: ' ', studentId: '' })],
    ],
    ['neither side has it', onlyStudentId, [candidate({ studentId: null })]],
    [
      'the platform sent the name of its variable',
      learner({ ...onlyStudentId, sisId: '$Person.sourcedId' }),
      [candidate({ studentId: '$Person.sourcedId' })],
    ],
  ] as const)('because %s', (_, details, candidates) => {
    expect(suggestMatch(details, candidates)).toBeNull();
  });

  test.each([
    ['student number', onlyStudentId],
    ['e-mail', onlyEmail],
    ['name', onlyName],
  ])('because two have the same %s', (_, details) => {
    expect(suggestMatch(details, [candidate(), candidate({ person: twin })])).toBeNull();
  });
  test('because two have the same student number, though only one has the e-mail', () => {
    const other = candidate({ person: twin, email: 'other@college.example', name: 'Other Person' });
    expect(suggestMatch(learner(), [candidate(), other])).toBeNull();
  });
});

describe('whoever the learner and the candidates are', () => {
  const few = fc.constantFrom('x', 'y', null);
  const details: fc.Arbitrary<LearnerDetails> = fc.record({ name: few, email: few, sisId: few });
  const candidates: fc.Arbitrary<Candidate[]> = fc.uniqueArray(
    fc.record({
      person: fc.integer({ min: 1, max: 5 }).map(personId),
      name: fc.constantFrom('x', 'y'),
      email: few,
      studentId: few,
    }),
    { selector: (one) => one.person },
  );

  test('who is suggested is alone in sharing the reason that is given', () => {
    fc.assert(
      fc.property(details, candidates, (who, list) => {
        const match = suggestMatch(who, list);
        if (!match) return;
        const shares = {
          'same-student-id': (one: Candidate) => one.studentId === who.sisId,
          'same-email': (one: Candidate) => one.email === who.email,
          'same-name': (one: Candidate) => one.name === who.name,
        }[match.reason];
        expect(list.filter(shares).map((one) => one.person)).toEqual([match.person]);
      }),
    );
  });
  test('nobody is suggested when the strongest reason found fits two', () => {
    fc.assert(
      fc.property(details, candidates, (who, list) => {
        const byStrength = [
          list.filter((one) => who.sisId !== null && one.studentId === who.sisId),
          list.filter((one) => who.email !== null && one.email === who.email),
          list.filter((one) => one.name === who.name),
        ];
        const strongest = byStrength.find((found) => found.length > 0) ?? [];
        fc.pre(strongest.length > 1);
        expect(suggestMatch(who, list)).toBeNull();
      }),
    );
  });
  test('the order of the candidates does not matter', () => {
    fc.assert(
      fc.property(details, candidates, (who, list) => {
        expect(suggestMatch(who, list.toReversed())).toEqual(suggestMatch(who, list));
      }),
    );
  });
});
