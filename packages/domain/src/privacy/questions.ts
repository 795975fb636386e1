import type { CalendarDate } from '../units.js';

/** A form of the government whose question we ask, with the day printed on it as its last. */
export interface QuestionForm {
  readonly code: string;
  readonly ombNumber: string;
  /** Null where the form we hold prints no day. */
  readonly expiresOn: CalendarDate | null;
}

export interface PossibleAnswer {
  readonly value: string;
  /** What the agency's file says for it (domain.md §3.1). */
  readonly code: string;
  readonly label: string;
}

/** One voluntary question. Whoever answers may always choose `declined`. */
export interface Question {
  readonly field: QuestionField;
  readonly title: string;
  /** What the answer is for, in plain words. */
  readonly purpose: string;
  readonly form: QuestionForm;
  /** Whether several answers may be chosen. */
  readonly multiple: boolean;
  readonly answers: readonly PossibleAnswer[];
}

export type QuestionField = 'sex' | 'ethnicity' | 'race' | 'veteran' | 'education' | 'disability';

/** Everything that is kept sealed about a person, each by itself. */
export type VaultField = QuestionField | 'birth-date' | 'ssn';

/** The answer of whoever does not wish to answer. */
export const declined = 'declined';

const agreementForm: QuestionForm = { code: 'ETA 671', ombNumber: '1205-0223', expiresOn: null };
const disabilityForm: QuestionForm = {
  code: 'CC-305',
  ombNumber: '1250-0005',
  expiresOn: '2026-04-30' as CalendarDate,
};

const list = (...answers: readonly (readonly [value: string, code: string, label: string])[]) =>
  answers.map(([value, code, label]) => ({ value, code, label }));

const noAnswer = [declined, '9', 'I do not wish to answer'] as const;

const fairness =
  'The law asks sponsors to see whether everybody has a fair chance. They see numbers, never who said what.';

/** The voluntary questions of the apprenticeship agreement (ETA 671, Section II, Part A) and of the form on disability (29 CFR 30.11). */
export const questions: readonly Question[] = [
  {
    field: 'sex',
    title: 'Sex',
    purpose: fairness,
    form: agreementForm,
    multiple: false,
    answers: list(['male', '1', 'Male'], ['female', '2', 'Female'], noAnswer),
  },
  {
    field: 'ethnicity',
    title: 'Ethnicity',
    purpose: fairness,
    form: agreementForm,
    multiple: false,
    answers: list(['hispanic', '1', 'Hispanic or Latino'], ['not-hispanic', '2', 'Not Hispanic or Latino'], noAnswer),
  },
  {
    field: 'race',
    title: 'Race',
    purpose: fairness,
    form: agreementForm,
    multiple: true,
    answers: list(
      ['american-indian', '1', 'American Indian or Alaska Native'],
      ['asian', '1', 'Asian'],
      ['black', '1', 'Black or African American'],
      ['pacific-islander', '1', 'Native Hawaiian or other Pacific Islander'],
      ['white', '1', 'White'],
      noAnswer,
    ),
  },
  {
    field: 'veteran',
    title: 'Service in the armed forces',
    purpose: 'Veterans may have a right to benefits while they train. The agency also counts how many train.',
    form: agreementForm,
    multiple: false,
    answers: list(
      ['veteran', '1', 'Veteran'],
      ['non-veteran', '2', 'Not a veteran'],
      ['other-eligible', '3', 'Not a veteran, but eligible for benefits of one'],
      ['veteran-eligible', '4', 'Veteran, eligible for benefits'],
      noAnswer,
    ),
  },
  {
    field: 'education',
    title: 'School before the apprenticeship',
    purpose: 'The agency counts from which schools people come into apprenticeships.',
    form: agreementForm,
    multiple: false,
    answers: list(
      ['eighth-grade', '1', '8th grade or less'],
      ['ninth-to-twelfth', '2', '9th to 12th grade'],
      ['ged', '3', 'GED'],
      ['high-school', '4', 'High school graduate or greater'],
      ['post-secondary', '5', 'Post-secondary or technical training'],
      noAnswer,
    ),
  },
  {
    field: 'disability',
    title: 'Disability',
    purpose:
      'The law asks sponsors to find out whether people with disabilities have a fair chance. Whatever you answer, nobody may treat you differently for it.',
    form: disabilityForm,
    multiple: false,
    answers: list(
      ['yes', '1', 'Yes, I have a disability, or have had one in the past'],
      ['no', '2', 'No, I do not have a disability and have not had one in the past'],
      [declined, '3', 'I do not want to answer'],
    ),
  },
];

/** The question about that field. */
export function questionOf(field: QuestionField): Question {
  const question = questions.find((one) => one.field === field);
  if (!question) throw new RangeError(`no question about ${field}`);
  return question;
}

/** Whether the day printed on the form is over; then the agency's newer one has to be compared with it. */
export const isFormOver = (form: QuestionForm, today: CalendarDate): boolean =>
  form.expiresOn !== null && form.expiresOn < today;
