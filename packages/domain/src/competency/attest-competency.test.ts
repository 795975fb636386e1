import { expect, test } from 'vitest';
import { attestCompetency } from './attest-competency.js';
import { competency, competencyAttested, signOff, signOffFacts, standard } from '../testing/build.js';
import { refusalOf } from '../testing/accepted.js';

const tested = signOffFacts({ standard: standard({ competencies: [competency({ evaluation: 'test' })] }) });
const evaluation = { method: 'test', result: { scorePercent: 88, passMarkPercent: 70 }, reference: 'MSSC 12' } as const;

test('an observation needs nothing else', () => {
  expect(attestCompetency(signOff(), signOffFacts())).toEqual({ ok: true, value: competencyAttested() });
});

test('a test that passed stands in the entry', () => {
  expect(attestCompetency(signOff({ evaluation }), tested)).toEqual({
    ok: true,
    value: competencyAttested({ evaluation }),
  });
});

test('a competency judged by a test is not signed off without its result', () => {
  expect(refusalOf(attestCompetency(signOff(), tested))).toBe('test-result-missing');
});

test('the refusals of signing off come first', () => {
  expect(refusalOf(attestCompetency(signOff({ level: 2 }), tested))).toBe('below-required-level');
});
