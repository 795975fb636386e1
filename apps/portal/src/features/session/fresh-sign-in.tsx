import { Button, PasswordInput } from '@mantine/core';
import { endpoints, type SecondFactorsView } from '@journeybook/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '../../api/client.js';
import { freshenWithPasskey, passkeysWork } from '../../api/passkeys.js';
import { DialogForm, FormDialog } from '../../ui/form-dialog.js';
import { Loading } from '../../ui/loading.js';
import { explain, fieldError, isProblem, ProblemNotice } from '../../ui/problem-notice.js';
import { CodeField, type CodeKind } from './code-field.js';
import { ProviderButton } from './provider-button.js';
import { whatIsWrongWithCode } from './second-step-form.js';

interface FreshSignInProps {
  readonly email: string;
  /** The page one is on, to come back to from one's organisation's sign-in. */
  readonly backTo: string;
  /** Whether they proved it, or would not. */
  readonly onAnswer: (proven: boolean) => void;
}

/** Over the page one was on, before an act that could shut somebody out. Whatever was typed beneath it waits. */
export function FreshSignIn({ email, backTo, onAnswer }: FreshSignInProps) {
  const client = useClient();
  const factors = useQuery({
    queryKey: ['second-factors'],
    queryFn: ({ signal }) => client(endpoints.readSecondFactors, { signal }),
  });
  return (
    <FormDialog opened title="Is it still you?" onClose={() => onAnswer(false)}>
      <div className="stack">
        <p>Show it once more: what you are about to do could shut you out, or let somebody else in.</p>
        {factors.isPending && <Loading what="how you sign in" heights={[120]} />}
        <ProblemNotice error={factors.error} onRetry={factors.refetch} />
        {factors.data && <Proof factors={factors.data} email={email} backTo={backTo} onAnswer={onAnswer} />}
      </div>
    </FormDialog>
  );
}

function Proof({ factors, email, backTo, onAnswer }: FreshSignInProps & { factors: SecondFactorsView }) {
  const client = useClient();
  const passkey = useMutation({ mutationFn: () => freshenWithPasskey(client), onSuccess: () => onAnswer(true) });
  return (
    <>
      {factors.passkeys.length > 0 && passkeysWork() && (
        <>
          <Button loading={passkey.isPending} onClick={() => passkey.mutate()}>
            Use a passkey
          </Button>
          <ProblemNotice error={passkey.error} />
        </>
      )}
      {factors.comesByProvider && (
        <>
          <ProviderButton
            email={email}
            label="Sign in with your organization again"
            backTo={backTo}
            fresh
            onMissing={() => undefined}
          />
          <p className="soft">
            This leaves the page, and what you typed on it. You come back to it signed in anew, and do the same again.
          </p>
        </>
      )}
      {factors.hasPassword && <PasswordProof factors={factors} email={email} onAnswer={onAnswer} />}
      {!factors.hasPassword && !factors.comesByProvider && (
        <p className="soft">You have no password here. Use a passkey, or sign out and in again.</p>
      )}
    </>
  );
}

function PasswordProof({
  factors,
  email,
  onAnswer,
}: Omit<FreshSignInProps, 'backTo'> & { factors: SecondFactorsView }) {
  const client = useClient();
  const kinds: CodeKind[] = [
    ...(factors.authenticatorSince ? (['code'] as const) : []),
    ...(factors.recoveryCodesLeft > 0 ? (['recovery-code'] as const) : []),
  ];
  const [form, setForm] = useState({ password: '', kind: kinds[0] ?? 'code', code: '' });
  const [tried, setTried] = useState(false);
  const prove = useMutation({
    mutationFn: () => {
      const { password, kind, code } = form;
      return client(endpoints.freshenSession, { body: { password, step: kinds.length > 0 ? { kind, code } : null } });
    },
    onSuccess: () => onAnswer(true),
  });
  const missing = (value: string, words: string) => (tried && value.trim() === '' ? words : undefined);
  const wrongPassword = isProblem(prove.error, 'wrong-password') ? explain(prove.error) : undefined;
  const wrongCode = whatIsWrongWithCode(prove.error);
  const submit = () => {
    setTried(true);
    if (form.password === '' || (kinds.length > 0 && form.code.trim() === '')) return false;
    prove.mutate();
    return true;
  };
  return (
    <DialogForm
      action="It is me"
      busy={prove.isPending}
      error={wrongPassword || wrongCode ? null : prove.error}
      onSubmit={submit}
      onClose={() => onAnswer(false)}
    >
      <input type="text" hidden readOnly autoComplete="username" value={email} />
      <PasswordInput
        data-autofocus
        label="Your password"
        required
        autoComplete="current-password"
        value={form.password}
        onChange={(event) => setForm({ ...form, password: event.currentTarget.value })}
        error={missing(form.password, 'Enter your password') ?? wrongPassword ?? fieldError(prove.error, 'password')}
        visibilityToggleButtonProps={{ 'aria-label': 'Show or hide your password' }}
      />
      {kinds.length > 0 && (
        <CodeField
          kind={form.kind}
          kinds={kinds}
          value={form.code}
          onChange={(code) => setForm({ ...form, code })}
          onKind={(kind) => setForm({ ...form, kind, code: '' })}
          error={missing(form.code, 'Enter the code') ?? wrongCode ?? fieldError(prove.error, 'step.code')}
        />
      )}
    </DialogForm>
  );
}
