import { TextInput } from '@mantine/core';
import { DayField } from '../../ui/day-field.js';
import { fieldError } from '../../ui/problem-notice.js';
import { today } from '../../ui/show-dates.js';
import { needsGuardian } from './needs-guardian.js';
import { missingSignatures, type SignatureForm, type SignatureTerms } from './signature-form.js';

interface SignatureFieldsProps {
  readonly form: SignatureForm;
  readonly terms: SignatureTerms;
  readonly onChange: (part: Partial<SignatureForm>) => void;
  /** Whether what is missing is said: once it was tried to register. */
  readonly tried: boolean;
  readonly error: unknown;
}

/** Date of birth and signatures; a guardian's too when the apprentice is a minor on the first day. */
export function SignatureFields({ form, terms, onChange, tried, error }: SignatureFieldsProps) {
  const missing = tried ? missingSignatures(form, terms) : {};
  return (
    <>
      <DayField
        label="Date of birth"
        description="Kept sealed after this: only the apprentice and the file for the agency have it."
        required
        value={form.bornOn}
        max={today()}
        onChange={(bornOn) => onChange({ bornOn })}
        error={missing.bornOn ?? fieldError(error, 'bornOn')}
      />
      <DayField
        label="Signed by the apprentice on"
        required
        value={form.signedByApprenticeOn}
        max={today()}
        onChange={(signedByApprenticeOn) => onChange({ signedByApprenticeOn })}
        error={missing.signedByApprenticeOn ?? fieldError(error, 'signedByApprenticeOn')}
      />
      {needsGuardian({ bornOn: form.bornOn, beganOn: terms.beganOn }, terms.adultAge) && (
        <>
          <p className="soft" role="status">
            Under {terms.adultAge} on the first day: a guardian signs too.
          </p>
          <TextInput
            label="Name of the guardian"
            required
            maxLength={300}
            value={form.guardianName}
            onChange={(event) => onChange({ guardianName: event.currentTarget.value })}
            error={missing.guardianName ?? fieldError(error, 'guardian.name')}
          />
          <TextInput
            label="What they are to the apprentice"
            description="Such as mother, father or legal guardian"
            required
            maxLength={100}
            value={form.guardianRelation}
            onChange={(event) => onChange({ guardianRelation: event.currentTarget.value })}
            error={missing.guardianRelation ?? fieldError(error, 'guardian.relation')}
          />
          <TextInput
            label="How to reach the guardian"
            description="Phone, e-mail or address"
            required
            maxLength={300}
            value={form.guardianContact}
            onChange={(event) => onChange({ guardianContact: event.currentTarget.value })}
            error={missing.guardianContact ?? fieldError(error, 'guardian.contact')}
          />
          <DayField
            label="Signed by the guardian on"
            required
            value={form.guardianSignedOn}
            max={today()}
            onChange={(guardianSignedOn) => onChange({ guardianSignedOn })}
            error={missing.guardianSignedOn ?? fieldError(error, 'guardian.signedOn')}
          />
        </>
      )}
    </>
  );
}
