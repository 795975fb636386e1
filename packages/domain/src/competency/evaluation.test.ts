import { expect, test } from 'vitest';
import type { Evaluation } from './evaluation.js';
import { checkEvaluation } from './evaluation.js';
import type { EvaluationMethod } from '../program/standard.js';
import { competency } from '../testing/build.js';
import { refusalOf } from '../testing/accepted.js';

const by = (method: EvaluationMethod, overrides: Partial<Evaluation> = {}): Evaluation => ({
  method,
  result: null,
  reference: '',
  ...overrides,
});
const passed = { scorePercent: 70, passMarkPercent: 70 };

test.each([
  [undefined, null],
  ['observation', by('observation')],
  ['test', by('test', { result: passed })],
  ['work-sample', by('work-sample', { reference: 'Part 4711' })],
  ['interview', by('interview', { reference: 'Notes of 2 March' })],
] as const)('a competency judged by %s takes %o', (method, evaluation) => {
  const skill = competency(method === undefined ? {} : { evaluation: method });
  expect(checkEvaluation(skill, evaluation)).toEqual({ ok: true, value: evaluation });
});

test.each([
  ['test', null, 'test-result-missing'],
  ['test', by('test'), 'test-result-missing'],
  ['test', by('test', { result: { scorePercent: 69.9, passMarkPercent: 70 } }), 'test-failed'],
  ['test', by('test', { result: { scorePercent: Number.NaN, passMarkPercent: 70 } }), 'test-failed'],
  ['test', by('observation'), 'another-evaluation-method'],
  ['work-sample', null, 'evaluation-evidence-missing'],
  ['work-sample', by('work-sample', { reference: ' ' }), 'evaluation-evidence-missing'],
  ['interview', null, 'evaluation-evidence-missing'],
] as const)('a competency judged by %s does not take %o: %s', (evaluation, given, kind) => {
  expect(refusalOf(checkEvaluation(competency({ evaluation }), given))).toBe(kind);
});
