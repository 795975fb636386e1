import type { Answer } from './answer-question.js';
import type { PossibleAnswer, Question, VaultField } from './questions.js';
import { declined, questions } from './questions.js';

/** A line of the agency's file: a question, and the answer in words and in the agency's code. */
export interface AgencyAnswer {
  readonly field: string;
  readonly title: string;
  readonly answer: string;
  readonly code: string;
}

/**
 * The voluntary questions as the agency's file has them (domain.md §3.1): one line each, and one for every race with 1 for yes and 0 for no.
 * Whoever was silent stands there like whoever did not wish to answer.
 */
export const agencyAnswers = (answers: ReadonlyMap<VaultField, Answer>): readonly AgencyAnswer[] =>
  questions.flatMap((question) => {
    const values = answers.get(question.field)?.values ?? [];
    return question.multiple ? flagsOf(question, values) : [lineOf(question, values)];
  });

function lineOf({ field, title, answers }: Question, values: readonly string[]): AgencyAnswer {
  const given = answers.find((one) => values.includes(one.value));
  return { field, title, answer: given?.label ?? 'Not answered', code: given?.code ?? codeOfSilence(answers) };
}

function flagsOf({ field, title, answers }: Question, values: readonly string[]): readonly AgencyAnswer[] {
  const silent = values.length === 0 || values.includes(declined);
  const words = (value: string) => (values.includes(value) ? 'Yes' : 'No');
  return answers
    .filter(({ value }) => value !== declined)
    .map(({ value, code, label }) => ({
      field: `${field}:${value}`,
      title: `${title}: ${label}`,
      answer: silent ? 'Not answered' : words(value),
      code: silent ? codeOfSilence(answers) : values.includes(value) ? code : '0',
    }));
}

const codeOfSilence = (answers: readonly PossibleAnswer[]): string =>
  answers.find(({ value }) => value === declined)?.code ?? '9';
