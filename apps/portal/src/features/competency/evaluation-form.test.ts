import { describe, expect, test } from 'vitest';
import { emptyEvaluation, missingEvaluation, readEvaluation } from './evaluation-form.js';

describe('how a skill was judged', () => {
  test('needs nothing for an observation', () => {
    expect(missingEvaluation('observation', emptyEvaluation)).toEqual({});
    expect(readEvaluation('observation', emptyEvaluation)).toEqual({});
  });

  test('needs score and pass mark of a test', () => {
    expect(Object.keys(missingEvaluation('test', { ...emptyEvaluation, score: '120' }))).toEqual(['score', 'passMark']);
    const typed = { score: '87,5', passMark: '80 %', reference: ' Form B ' };
    expect(missingEvaluation('test', typed)).toEqual({});
    expect(readEvaluation('test', typed)).toEqual({
      evaluation: { method: 'test', result: { scorePercent: 87.5, passMarkPercent: 80 }, reference: 'Form B' },
    });
  });

  test.each(['work-sample', 'interview'] as const)('needs a reference for a %s', (method) => {
    expect(missingEvaluation(method, emptyEvaluation)).toHaveProperty('reference');
    const typed = { ...emptyEvaluation, reference: 'Order 4711' };
    expect(missingEvaluation(method, typed)).toEqual({});
    expect(readEvaluation(method, typed)).toEqual({ evaluation: { method, result: null, reference: 'Order 4711' } });
  });
});
