import { AnswerQuestions } from './answer-questions.js';
import { CountAnswers } from './count-answers.js';
import { ExportForAgency } from './export-for-agency.js';
import { ReadAccesses } from './read-accesses.js';
import { ReadOwnData } from './read-own-data.js';

/** Voluntary answers and a person's own data, for the module. */
export const privacyUseCases = [AnswerQuestions, CountAnswers, ExportForAgency, ReadAccesses, ReadOwnData];
