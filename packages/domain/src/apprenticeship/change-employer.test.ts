import { describe, expect, test } from 'vitest';
import type { ChangeEmployerFacts } from './change-employer.js';
import { changeEmployer, employerOn } from './change-employer.js';
import {
  apprenticeWithOffice,
  apprenticeship,
  day,
  employerActor,
  employerChanged,
  elsewhere,
  foundry,
  mill,
  now,
  recordEntryId,
  sponsorActor,
  today,
} from '../testing/build.js';
import { refusalOf } from '../testing/accepted.js';

const moving = (
  to: { employer?: typeof mill; from?: string } = {},
  facts: Partial<ChangeEmployerFacts> = {},
  who: typeof sponsorActor = sponsorActor,
) =>
  changeEmployer(
    who,
    { employer: to.employer ?? mill, from: day(to.from ?? '2026-03-01') },
    {
      apprenticeship: apprenticeship(),
      partners: [foundry, mill],
      history: [],
      today,
      now,
      recordEntry: recordEntryId(24),
      ...facts,
    },
  );

describe('changing the employer', () => {
  test('keeps the agreement, and the employer before', () => {
    expect(moving()).toEqual({
      ok: true,
      value: {
        apprenticeship: apprenticeship({ employer: mill }),
        change: employerChanged({
          source: `employer/${apprenticeship().id}/1`,
          answeredBy: sponsorActor.person,
        }),
      },
    });
  });
  test.each([
    ['by the employer', {}, {}, employerActor, 'not-their-program'],
    ['by the apprentice with an office', {}, {}, apprenticeWithOffice, 'not-their-program'],
    ['to one outside the program', { employer: elsewhere }, {}, sponsorActor, 'employer-not-in-program'],
    ['to the same', { employer: foundry }, {}, sponsorActor, 'same-employer'],
    ['from a day to come', { from: '2026-03-05' }, {}, sponsorActor, 'future-date'],
    ['from a day before the agreement', { from: '2026-01-04' }, {}, sponsorActor, 'before-agreement'],
    ['from the day of an earlier change', {}, { history: [employerChanged()] }, sponsorActor, 'before-last-change'],
    [
      'of a completed apprentice',
      {},
      { apprenticeship: apprenticeship({ status: 'completed' }) },
      sponsorActor,
      'record-closed',
    ],
  ] as const)('is refused %s', (...[, to, facts, who, kind]) => {
    expect(refusalOf(moving(to, facts, who))).toBe(kind);
  });
});

describe('the employer on a day', () => {
  const now = apprenticeship({ employer: elsewhere });
  const history = [
    employerChanged({ from: mill, employer: elsewhere, occurredOn: day('2026-05-01') }),
    employerChanged({ from: foundry, employer: mill, occurredOn: day('2026-03-01') }),
  ];
  test.each([
    ['2026-02-28', foundry],
    ['2026-03-01', mill],
    ['2026-04-30', mill],
    ['2026-05-01', elsewhere],
  ])('%s is the one worked for', (date, employer) => {
    expect(employerOn(now, history, day(date))).toBe(employer);
  });
  test('without a change is that of the agreement', () => {
    expect(employerOn(apprenticeship(), [], day('2026-02-01'))).toBe(foundry);
  });
});
