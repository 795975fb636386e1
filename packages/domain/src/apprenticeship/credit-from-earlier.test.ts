import { expect, test } from 'vitest';
import { creditFromEarlier } from './credit-from-earlier.js';
import { totals } from '../record/totals.js';
import { competencyAttested, ojtHoursCredited, processCode, rtiHoursCredited, standard } from '../testing/build.js';
import { hours } from '../units.js';

test('coming back asks for what the earlier record shows, no more than is required', () => {
  const earlier = totals([
    ojtHoursCredited({ minutes: hours(1_200) }),
    ojtHoursCredited({ id: 'x' as never, workProcess: processCode('WELD-1') }),
    rtiHoursCredited(),
    competencyAttested(),
  ]);
  expect(creditFromEarlier(standard(), earlier)).toEqual([
    { kind: 'work-process', workProcess: 'WP01', minutes: hours(1_000) },
    { kind: 'course', course: 'RTI03', minutes: hours(24) },
    { kind: 'competency', competency: 'WP01.01', level: 3 },
  ]);
});

test('a skill below the level required now is not asked for', () => {
  expect(creditFromEarlier(standard(), totals([competencyAttested({ level: 2 })]))).toEqual([]);
});
