import { expect, test } from 'vitest';
import { agencyAnswers } from './agency-answers.js';
import type { Answer } from './answer-question.js';
import type { VaultField } from './questions.js';
import { day } from '../testing/build.js';

const said = (...values: string[]): Answer => ({ values, form: 'ETA 671', answeredOn: day('2026-03-04') });
const codes = (answers: [VaultField, Answer][]) =>
  Object.fromEntries(agencyAnswers(new Map(answers)).map(({ field, code }) => [field, code]));

test('answers are told in the codes of the agency', () => {
  const answers = [
    ['sex', said('female')],
    ['ethnicity', said('not-hispanic')],
    ['race', said('asian', 'white')],
    ['veteran', said('other-eligible')],
    ['disability', said('declined')],
  ] satisfies [VaultField, Answer][];
  expect(codes(answers)).toEqual({
    sex: '2',
    ethnicity: '2',
    'race:american-indian': '0',
    'race:asian': '1',
    'race:black': '0',
    'race:pacific-islander': '0',
    'race:white': '1',
    veteran: '3',
    education: '9',
    disability: '3',
  });
});

test('silence and "I do not wish to answer" have one code', () => {
  expect(codes([])).toEqual(
    codes([
      ['race', said('declined')],
      ['sex', said('declined')],
    ]),
  );
});

test('neither the number nor the date of birth is among the answers', () => {
  expect(JSON.stringify(agencyAnswers(new Map([['ssn', said('512346789')]])))).not.toContain('512346789');
});
