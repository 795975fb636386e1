import { needsGuardian } from './needs-guardian.js';

/** What is typed about the signatures of an agreement; empty where nothing is. */
export interface SignatureForm {
  readonly bornOn: string;
  readonly signedByApprenticeOn: string;
  readonly guardianName: string;
  readonly guardianRelation: string;
  readonly guardianContact: string;
  readonly guardianSignedOn: string;
}

export const noSignatures: SignatureForm = {
  bornOn: '',
  signedByApprenticeOn: '',
  guardianName: '',
  guardianRelation: '',
  guardianContact: '',
  guardianSignedOn: '',
};

/** The first day, which decides who signs, and from which age nobody signs for one. */
export interface SignatureTerms {
  readonly beganOn: string;
  readonly adultAge: number;
}

/** What is missing for registering, by field, in words; empty when all is there. */
export function missingSignatures(
  form: SignatureForm,
  { beganOn, adultAge }: SignatureTerms,
): Partial<Record<keyof SignatureForm, string>> {
  const guardian = needsGuardian({ bornOn: form.bornOn, beganOn }, adultAge);
  return {
    ...(form.bornOn === '' ? { bornOn: 'Choose the date of birth' } : {}),
    ...(form.signedByApprenticeOn === '' ? { signedByApprenticeOn: 'Choose the day it was signed' } : {}),
    ...(guardian && form.guardianName.trim() === '' ? { guardianName: 'Enter the name of the guardian' } : {}),
    ...(guardian && form.guardianRelation.trim() === ''
      ? { guardianRelation: 'Say what they are to the apprentice' }
      : {}),
    ...(guardian && form.guardianContact.trim() === '' ? { guardianContact: 'Say how to reach them' } : {}),
    ...(guardian && form.guardianSignedOn === '' ? { guardianSignedOn: 'Choose the day the guardian signed' } : {}),
  };
}

/** The signatures as the contract has them. */
export function signaturesToSend(form: SignatureForm, { beganOn, adultAge }: SignatureTerms) {
  const { bornOn, signedByApprenticeOn } = form;
  return {
    bornOn,
    signedByApprenticeOn,
    guardian: needsGuardian({ bornOn, beganOn }, adultAge)
      ? {
          name: form.guardianName.trim(),
          relation: form.guardianRelation.trim(),
          contact: form.guardianContact.trim(),
          signedOn: form.guardianSignedOn,
        }
      : null,
  };
}
