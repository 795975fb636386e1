import { expect, test } from 'vitest';
import { competencyHistory } from './competency-history.js';
import {
  advancedStandingGranted,
  at,
  competencyAttested,
  competencyCode,
  competencyDemonstrated,
  competencyObserved,
  day,
  entryReversed,
  ojtHoursCredited,
  recordEntryId,
  standardChanged,
} from '../testing/build.js';

const code = competencyCode('WP01.01');
const entries = [
  entryReversed({ reverses: recordEntryId(3), reason: 'Wrong apprentice', recordedAt: at('2026-03-04T16:00:00Z') }),
  competencyAttested(),
  competencyObserved(),
  ojtHoursCredited(),
  competencyDemonstrated(),
  competencyObserved({ id: recordEntryId(70), competency: competencyCode('WP01.06') }),
];

test('the acts on a competency are read in their order, the void beside what it voids', () => {
  expect(competencyHistory(entries, code).map(({ kind, level, voided, text }) => [kind, level, voided, text])).toEqual([
    ['demonstrated', null, false, 'Start-up of line 3'],
    ['observed', 2, false, 'Ask before the second valve'],
    ['signed-off', 3, true, 'Three starts without a prompt'],
    ['voided', null, false, 'Wrong apprentice'],
  ]);
});

test('a granted competency is among them, granted hours are not', () => {
  const granted = advancedStandingGranted({ subject: { kind: 'competency', competency: code, level: 3 } });
  expect(competencyHistory([granted, advancedStandingGranted({ id: recordEntryId(71) })], code)).toMatchObject([
    { kind: 'granted', level: 3, on: '2026-01-05' },
  ]);
});

test('acts under an older code are found under the code of today, and there only', () => {
  const moved = standardChanged({ mapping: [{ subject: 'competency', from: 'WP01.01', to: 'WP51.01' }] });
  const all = [competencyObserved({ occurredOn: day('2026-02-20') }), moved];
  expect(competencyHistory(all, competencyCode('WP51.01'))).toHaveLength(1);
  expect(competencyHistory(all, code)).toEqual([]);
});
