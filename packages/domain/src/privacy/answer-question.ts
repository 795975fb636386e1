import type { PersonActor } from '../access/roles.js';
import type { PersonId } from '../brand.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate } from '../units.js';
import { isCalendarDate } from '../units.js';
import type { QuestionField, VaultField } from './questions.js';
import { declined, questionOf } from './questions.js';
import type { SocialSecurityNumberRefusal } from './social-security-number.js';
import { readSocialSecurityNumber } from './social-security-number.js';

/** What a person answered, on which form and when. One value, but for questions with several answers. */
export interface Answer {
  readonly values: readonly string[];
  readonly form: string;
  readonly answeredOn: CalendarDate;
}

export type AnswerRefusal =
  | SocialSecurityNumberRefusal
  | { readonly kind: 'not-your-answers' }
  | { readonly kind: 'no-such-answer' }
  | { readonly kind: 'not-a-birth-date' };

export type WithdrawAnswerRefusal = { readonly kind: 'not-your-answers' } | { readonly kind: 'birth-date-needed' };

interface Own {
  /** Whose answers they are. */
  readonly person: PersonId;
  readonly field: VaultField;
}

/**
 * Gives or changes an answer. Only the person themself may, and only as an apprentice (29 CFR 30.11; ETA 671: Part A is filled out by the
 * apprentice); what cannot be an answer is refused.
 */
export function answerQuestion(
  actor: PersonActor,
  { person, field, values }: Own & { readonly values: readonly string[] },
  { today }: { readonly today: CalendarDate },
): Result<Answer, AnswerRefusal> {
  if (!isOwn(actor, person)) return refuse({ kind: 'not-your-answers' });
  if (field === 'ssn') return answerSsn(values, today);
  if (field === 'birth-date') return answerBirthDate(values, today);
  if (!areAnswers(field, values)) return refuse({ kind: 'no-such-answer' });
  return accept({ values: inListedOrder(field, values), form: questionOf(field).form.code, answeredOn: today });
}

/**
 * Takes an answer away, at any time and without a reason. The date of birth stays, which an agreement has to have (29 CFR 29.7(b)); it may
 * be put right.
 */
export function withdrawAnswer(actor: PersonActor, { person, field }: Own): Result<VaultField, WithdrawAnswerRefusal> {
  if (!isOwn(actor, person)) return refuse({ kind: 'not-your-answers' });
  return field === 'birth-date' ? refuse({ kind: 'birth-date-needed' }) : accept(field);
}

const isOwn = (actor: PersonActor, person: PersonId): boolean =>
  actor.person === person && actor.roles.some((held) => held.role === 'apprentice');

function areAnswers(field: QuestionField, values: readonly string[]): boolean {
  const { answers, multiple } = questionOf(field);
  const known = values.every((value) => answers.some((answer) => answer.value === value));
  const alone = values.length === 1 || (multiple && values.length > 1 && !values.includes(declined));
  return known && alone && new Set(values).size === values.length;
}

const inListedOrder = (field: QuestionField, values: readonly string[]): readonly string[] =>
  questionOf(field)
    .answers.map((answer) => answer.value)
    .filter((value) => values.includes(value));

function answerSsn(values: readonly string[], today: CalendarDate): Result<Answer, AnswerRefusal> {
  const [text, ...others] = values;
  const number = readSocialSecurityNumber(others.length === 0 ? (text ?? '') : '');
  return number.ok ? accept({ values: [number.value], form: 'ETA 671', answeredOn: today }) : number;
}

function answerBirthDate(values: readonly string[], today: CalendarDate): Result<Answer, AnswerRefusal> {
  const [text, ...others] = values;
  if (text === undefined || others.length > 0 || !isCalendarDate(text) || text >= today || text < '1900-01-01')
    return refuse({ kind: 'not-a-birth-date' });
  return accept({ values: [text], form: 'ETA 671', answeredOn: today });
}
