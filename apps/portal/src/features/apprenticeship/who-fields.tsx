import { NativeSelect, Radio, TextInput } from '@mantine/core';
import type { Named } from '@journeybook/contracts';
import { fieldError } from '../../ui/problem-notice.js';
import type { AgreementForm } from './registration-form.js';

/** What the steps of the form are given: what is typed, what is missing, and what the server had against it. */
export interface StepProps {
  readonly form: AgreementForm;
  readonly missing: Partial<Record<keyof AgreementForm, string>>;
  readonly error: unknown;
  readonly onChange: (part: Partial<AgreementForm>) => void;
}

/** Who is registered: somebody new, or somebody whose earlier agreements with this sponsor have ended. */
export function WhoFields({ form, missing, error, onChange, former }: StepProps & { former: readonly Named[] }) {
  return (
    <>
      {former.length > 0 && (
        <Radio.Group
          label="The apprentice is"
          value={form.who}
          onChange={(who) => onChange({ who: who === 'former' ? 'former' : 'new' })}
        >
          <div className="stack">
            <Radio value="new" label="Somebody new" />
            <Radio
              value="former"
              label="Somebody who comes back"
              description="Under a new agreement; what was done before can be asked for as advanced standing"
            />
          </div>
        </Radio.Group>
      )}
      {form.who === 'former' ? (
        <NativeSelect
          label="Who comes back"
          required
          data={[{ value: '', label: 'Choose' }, ...former.map(({ id, name }) => ({ value: id, label: name }))]}
          value={form.person}
          onChange={(event) => onChange({ person: event.currentTarget.value })}
          error={missing.person ?? fieldError(error, 'apprentice.person')}
        />
      ) : (
        <NewPersonFields form={form} missing={missing} error={error} onChange={onChange} />
      )}
    </>
  );
}

function NewPersonFields({ form, missing, error, onChange }: StepProps) {
  return (
    <>
      <TextInput
        label="Name"
        required
        maxLength={300}
        autoComplete="off"
        value={form.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        error={missing.name ?? fieldError(error, 'apprentice.name')}
      />
      <TextInput
        type="email"
        label="E-mail"
        description="If there is one; it helps to find the person at the college"
        maxLength={254}
        autoComplete="off"
        value={form.email}
        onChange={(event) => onChange({ email: event.currentTarget.value })}
        error={missing.email ?? fieldError(error, 'apprentice.email')}
      />
      <TextInput
        label="Student number"
        description="If the college has given one"
        maxLength={60}
        autoComplete="off"
        value={form.studentNumber}
        onChange={(event) => onChange({ studentNumber: event.currentTarget.value })}
        error={missing.studentNumber ?? fieldError(error, 'apprentice.studentNumber')}
      />
    </>
  );
}
