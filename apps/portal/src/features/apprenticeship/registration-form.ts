import type { ProgramOptions } from '@journeybook/contracts';
import { z } from 'zod';

export type SponsorOptions = ProgramOptions['sponsors'][number];

/** What is typed about an agreement before it is drafted; empty where nothing is. */
export interface AgreementForm {
  readonly sponsor: string;
  /** A new person, or somebody of an earlier agreement. */
  readonly who: 'new' | 'former';
  readonly name: string;
  readonly email: string;
  readonly studentNumber: string;
  readonly person: string;
  readonly employer: string;
  readonly standard: string;
  readonly beganOn: string;
}

/** An empty form with this sponsor; where there is only one employer or program, it is chosen. */
export function beginForm({ sponsor, employers, standards }: SponsorOptions): AgreementForm {
  const only = (all: readonly { readonly id: string }[]) => (all.length === 1 ? (all[0]?.id ?? '') : '');
  return {
    sponsor: sponsor.id,
    who: 'new',
    name: '',
    email: '',
    studentNumber: '',
    person: '',
    employer: only(employers),
    standard: only(standards),
    beganOn: '',
  };
}

/** What is missing or wrong in it, by field, in words; empty when it can be drafted. */
export function missingAgreement(form: AgreementForm): Partial<Record<keyof AgreementForm, string>> {
  const email = form.email.trim();
  const who =
    form.who === 'former'
      ? form.person === '' && { person: 'Choose who comes back' }
      : {
          ...(form.name.trim() === '' ? { name: 'Enter the name' } : {}),
          ...(email !== '' && !z.email().safeParse(email).success ? { email: 'Enter an e-mail address' } : {}),
        };
  return {
    ...who,
    ...(form.employer === '' ? { employer: 'Choose the employer' } : {}),
    ...(form.standard === '' ? { standard: 'Choose the program' } : {}),
    ...(form.beganOn === '' ? { beganOn: 'Choose the first day' } : {}),
  };
}

/** The agreement as the contract has it. */
export function agreementToSend(form: AgreementForm) {
  const { sponsor, employer, standard, beganOn } = form;
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  const apprentice =
    form.who === 'former'
      ? { person: form.person }
      : { name: form.name.trim(), email: orNull(form.email), studentNumber: orNull(form.studentNumber) };
  return { sponsor, employer, standard, beganOn, apprentice };
}
