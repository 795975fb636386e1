import { Button } from '@mantine/core';
import type { AgreementView } from '@journeybook/contracts';
import { Link } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { DayField } from '../../ui/day-field.js';
import { Remark } from '../../ui/done-notice.js';
import { focusFirstError } from '../../ui/focus-first-error.js';
import { fieldError, isProblem, ProblemNotice } from '../../ui/problem-notice.js';
import { ProgramFields } from './program-fields.js';
import css from './register-page.module.css';
import {
  type AgreementForm,
  agreementToSend,
  beginForm,
  missingAgreement,
  type SponsorOptions,
} from './registration-form.js';
import { missingSignatures, noSignatures, signaturesToSend } from './signature-form.js';
import { SignatureFields } from './signature-fields.js';
import { useAdultAge, useRegistration } from './use-registration.js';
import { WhoFields } from './who-fields.js';

interface RegisterFormProps {
  readonly options: readonly SponsorOptions[];
  /** Registered, or kept as a draft. */
  readonly onDone: (agreement: AgreementView) => void;
}

/** One form in four steps. What was typed stays; once it is drafted, only the signatures are still open. */
export function RegisterForm({ options, onDone }: RegisterFormProps) {
  const desk = useRegisterForm(options, onDone);
  const { form, change, chosen, missing, error, drafted } = desk;
  const field = { form, missing, error, onChange: change };
  return (
    <form ref={desk.ref} className={css.form} onSubmit={desk.submit} noValidate>
      {drafted ? (
        <DraftKept agreement={drafted} />
      ) : (
        <>
          <Step number={1} title="Who">
            <WhoFields {...field} former={chosen.former} />
          </Step>
          <Step number={2} title="Where and what">
            <ProgramFields {...field} options={options} chosen={chosen} />
          </Step>
          <Step number={3} title="From when">
            <DayField
              label="First day"
              description="The agreement begins on it; a day to come can only be drafted"
              required
              value={form.beganOn}
              onChange={(beganOn) => change({ beganOn })}
              error={missing.beganOn ?? fieldError(error, 'beganOn')}
            />
          </Step>
        </>
      )}
      <Step number={4} title="Signatures">
        <SignatureFields {...desk.signatures} error={error} />
      </Step>
      <ProblemNotice error={error} />
      {isProblem(error, 'id-taken') && <OpenDraft id={desk.id} />}
      <div className="row">
        <Button type="submit" loading={desk.busy}>
          Register
        </Button>
        {!drafted && (
          <Button variant="default" disabled={desk.busy} onClick={desk.keepDraft}>
            Keep as draft
          </Button>
        )}
      </div>
    </form>
  );
}

/** What is typed, what is missing, and sending it. */
function useRegisterForm(options: readonly SponsorOptions[], onDone: (agreement: AgreementView) => void) {
  const ref = useRef<HTMLFormElement>(null);
  const first = options[0] as SponsorOptions;
  const [form, setForm] = useState(() => beginForm(first));
  const [signed, setSigned] = useState(noSignatures);
  const [tried, setTried] = useState<'nothing' | 'draft' | 'all'>('nothing');
  const { id, drafted, send } = useRegistration();
  const chosen = options.find((one) => one.sponsor.id === form.sponsor) ?? first;
  const adultAge = useAdultAge(form.standard);
  const terms = drafted
    ? { beganOn: drafted.beganOn as string, adultAge: drafted.agency.adultAge }
    : { beganOn: form.beganOn, adultAge };
  const change = (part: Partial<AgreementForm>) => {
    const other = options.find((one) => one.sponsor.id === part.sponsor);
    setForm((before) => (other ? { ...before, ...beginForm(other) } : { ...before, ...part }));
  };
  const attempt = (what: 'draft' | 'all') => {
    setTried(what);
    const open = {
      ...(drafted ? {} : missingAgreement(form)),
      ...(what === 'all' ? missingSignatures(signed, terms) : {}),
    };
    if (Object.keys(open).length > 0) return ref.current && focusFirstError(ref.current);
    const signatures = what === 'all' ? signaturesToSend(signed, terms) : null;
    send.mutate({ draft: agreementToSend(form), signatures }, { onSuccess: onDone });
  };
  return {
    ref,
    id,
    form,
    change,
    chosen,
    drafted,
    error: send.error,
    busy: send.isPending,
    missing: tried === 'nothing' ? {} : missingAgreement(form),
    signatures: {
      form: signed,
      terms,
      tried: tried === 'all',
      onChange: (part: Partial<typeof signed>) => setSigned((before) => ({ ...before, ...part })),
    },
    submit: (event: FormEvent) => {
      event.preventDefault();
      attempt('all');
    },
    keepDraft: () => attempt('draft'),
  };
}

const Step = ({ number, title, children }: { number: number; title: string; children: ReactNode }) => (
  <fieldset className={`card ${css.step}`}>
    <legend>
      <span aria-hidden="true" className={css.number}>
        {number}
      </span>
      {title}
    </legend>
    <div className="stack">{children}</div>
  </fieldset>
);

/** Says that the draft is there although it could not be registered. */
const DraftKept = ({ agreement }: { agreement: AgreementView }) => (
  <Remark>
    The draft of {agreement.apprentice.name} at {agreement.employer.name} is kept and not registered yet. Register it
    here, or later from{' '}
    <Link
      to="/apprentices/$apprenticeship/agreement"
      params={{ apprenticeship: agreement.apprenticeship }}
      style={{ color: 'inherit' }}
    >
      its agreement
    </Link>
    .
  </Remark>
);

const OpenDraft = ({ id }: { id: string }) => (
  <p>
    It was kept as it was sent first.{' '}
    <Link to="/apprentices/$apprenticeship/agreement" params={{ apprenticeship: id }}>
      Open it
    </Link>
  </p>
);
