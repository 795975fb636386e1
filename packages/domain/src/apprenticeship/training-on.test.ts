import { expect, test } from 'vitest';
import { trainingOn } from './training-on.js';
import { apprenticeship, day, statusChanged } from '../testing/build.js';

const history = [
  statusChanged({ status: 'registered', occurredOn: day('2026-01-05') }),
  statusChanged({ status: 'suspended', occurredOn: day('2026-02-10') }),
  statusChanged({ status: 'registered', occurredOn: day('2026-02-20') }),
];

test.each(['2026-02-09', '2026-02-20'])('training is open on %s, outside the suspension', (date) => {
  expect(trainingOn(apprenticeship(), day(date), history)).toEqual({ ok: true, value: date });
});

test.each(['2026-02-10', '2026-02-19'])('training is refused on %s, within a suspension that is over', (date) => {
  expect(trainingOn(apprenticeship(), day(date), history)).toEqual({
    ok: false,
    refusal: { kind: 'not-in-training', status: 'suspended' },
  });
});

test('training is refused on any day while suspended now', () => {
  expect(trainingOn(apprenticeship({ status: 'suspended' }), day('2026-01-10'), history).ok).toBe(false);
});

test('without a history the status of today holds', () => {
  expect(trainingOn(apprenticeship(), day('2020-01-10')).ok).toBe(true);
});
