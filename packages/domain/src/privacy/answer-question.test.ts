import { describe, expect, test } from 'vitest';
import { answerQuestion, withdrawAnswer } from './answer-question.js';
import type { VaultField } from './questions.js';
import { isFormOver, questionOf, questions } from './questions.js';
import { actor, ada, council, day, foundry, grace, stranger } from '../testing/build.js';

const today = day('2026-03-04');
const apprentice = actor(ada, { role: 'apprentice', organization: foundry });
const answer = (field: VaultField, values: readonly string[], who = apprentice) =>
  answerQuestion(who, { person: ada, field, values }, { today });

describe('an apprentice answers', () => {
  test('a question with one of its answers, on the form of the day', () => {
    expect(answer('disability', ['no'])).toEqual({
      ok: true,
      value: { values: ['no'], form: 'CC-305', answeredOn: today },
    });
  });
  test('with several races, kept in the order of the form', () => {
    expect(answer('race', ['white', 'asian'])).toMatchObject({ ok: true, value: { values: ['asian', 'white'] } });
  });
  test.each(questions.map(({ field }) => field))('that they do not wish to answer: %s', (field) => {
    expect(answer(field, ['declined'])).toMatchObject({ ok: true });
  });
  test('with a social security number, kept without hyphens', () => {
    expect(answer('ssn', ['512-34-6789'])).toMatchObject({ ok: true, value: { values: ['512346789'] } });
  });
  test('and puts the date of birth right', () => {
    expect(answer('birth-date', ['2001-02-03'])).toMatchObject({ ok: true, value: { values: ['2001-02-03'] } });
  });
});

describe('what is no answer', () => {
  test.each([
    ['sex', ['other']],
    ['sex', ['male', 'female']],
    ['sex', []],
    ['race', ['asian', 'declined']],
    ['race', ['asian', 'asian']],
    ['disability', ['YES']],
  ] as const)('%s: %j', (field, values) => {
    expect(answer(field, values)).toEqual({ ok: false, refusal: { kind: 'no-such-answer' } });
  });
  test.each([[['666-12-3456']], [[]], [['512-34-6789', '512-34-6788']]])('a number %j', (values) => {
    expect(answer('ssn', values)).toEqual({ ok: false, refusal: { kind: 'not-an-ssn' } });
  });
  test.each([[['2026-03-04']], [['1899-12-31']], [['2001-02-30']], [[]]])('a date of birth %j', (values) => {
    expect(answer('birth-date', values)).toEqual({ ok: false, refusal: { kind: 'not-a-birth-date' } });
  });
});

describe('who may not answer for an apprentice', () => {
  test.each([
    ['their mentor', actor(grace, { role: 'mentor', organization: foundry })],
    ['their employer', actor(stranger, { role: 'employer-admin', organization: foundry })],
    ['their sponsor', actor(stranger, { role: 'sponsor-admin', organization: council })],
    ['another apprentice', actor(stranger, { role: 'apprentice', organization: foundry })],
    ['the person without an agreement', actor(ada, { role: 'mentor', organization: foundry })],
  ] as const)('%s', (_, who) => {
    expect(answer('sex', ['male'], who)).toEqual({ ok: false, refusal: { kind: 'not-your-answers' } });
    expect(withdrawAnswer(who, { person: ada, field: 'sex' })).toEqual({
      ok: false,
      refusal: { kind: 'not-your-answers' },
    });
  });
});

describe('an answer is withdrawn', () => {
  test.each([...questions.map(({ field }) => field), 'ssn' as const])('at any time: %s', (field) => {
    expect(withdrawAnswer(apprentice, { person: ada, field })).toEqual({ ok: true, value: field });
  });
  test('but the date of birth stays with the agreement', () => {
    expect(withdrawAnswer(apprentice, { person: ada, field: 'birth-date' })).toEqual({
      ok: false,
      refusal: { kind: 'birth-date-needed' },
    });
  });
});

describe('the form on disability', () => {
  const { form, answers } = questionOf('disability');
  test('has its three answers, word for word', () => {
    expect(answers.map(({ label }) => label)).toEqual([
      'Yes, I have a disability, or have had one in the past',
      'No, I do not have a disability and have not had one in the past',
      'I do not want to answer',
    ]);
  });
  test('is over after the day printed on it', () => {
    expect([isFormOver(form, day('2026-04-30')), isFormOver(form, day('2026-05-01'))]).toEqual([false, true]);
    expect(isFormOver(questionOf('sex').form, day('2099-01-01'))).toBe(false);
  });
});
