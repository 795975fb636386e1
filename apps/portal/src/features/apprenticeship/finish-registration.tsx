import { Button } from '@mantine/core';
import { type AgreementView, endpoints } from '@journeybook/contracts';
import { type FormEvent, useState } from 'react';
import { focusFirstError } from '../../ui/focus-first-error.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { showDate } from '../../ui/show-dates.js';
import css from './finish-registration.module.css';
import { missingSignatures, noSignatures, signaturesToSend } from './signature-form.js';
import { SignatureFields } from './signature-fields.js';
import { useAgreementAct } from './use-agreement.js';

interface FinishRegistrationProps {
  readonly agreement: AgreementView;
  readonly onDone: (agreement: AgreementView) => void;
}

/** Registers an agreement that was only drafted so far. */
export function FinishRegistration({ agreement, onDone }: FinishRegistrationProps) {
  const [form, setForm] = useState(noSignatures);
  const [tried, setTried] = useState(false);
  const terms = { beganOn: agreement.beganOn, adultAge: agreement.agency.adultAge };
  const register = useAgreementAct((client, body: ReturnType<typeof signaturesToSend>) =>
    client(endpoints.registerApprentice, { params: { apprenticeship: agreement.apprenticeship }, body }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(missingSignatures(form, terms)).length > 0) return focusFirstError(event.currentTarget);
    register.mutate(signaturesToSend(form, terms), { onSuccess: onDone });
  };
  return (
    <section className="card" aria-labelledby="registration">
      <form className={`stack ${css.form}`} onSubmit={submit} noValidate>
        <h2 id="registration">Not registered yet</h2>
        <p>
          This is a draft: nothing is logged and nothing counts until it is registered. The first day is{' '}
          {showDate(agreement.beganOn)}.
        </p>
        <SignatureFields
          form={form}
          terms={terms}
          onChange={(part) => setForm((before) => ({ ...before, ...part }))}
          tried={tried}
          error={register.error}
        />
        <ProblemNotice error={register.error} />
        <div>
          <Button type="submit" loading={register.isPending}>
            Register
          </Button>
        </div>
      </form>
    </section>
  );
}
