import { Button, TextInput } from '@mantine/core';
import { endpoints, type OpenedInvitation, type Session } from '@journeybook/contracts';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useClient } from '../../api/client.js';
import { ProviderButton } from '../session/provider-button.js';
import { focusFirstError } from '../../ui/focus-first-error.js';
import { fieldError, ProblemNotice } from '../../ui/problem-notice.js';
import { PasswordField, whatIsWrong } from './password-field.js';
import { WithoutAccount } from './without-account.js';

interface NewAccountFormProps {
  readonly invitation: OpenedInvitation;
  readonly token: string;
  readonly onDone: (session: Session) => void;
}

/** Name and password of somebody who comes in for the first time. */
export function NewAccountForm({ invitation, token, onDone }: NewAccountFormProps) {
  const client = useClient();
  const [name, setName] = useState(invitation.name);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const accept = useMutation({
    mutationFn: () => client(endpoints.acceptInvitation, { body: { token, name: name.trim(), password } }),
    meta: { quiet: true },
    onSuccess: onDone,
  });
  const missing = (value: string, words: string) => (tried && value.trim() === '' ? words : undefined);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '' || password === '') focusFirstError(event.currentTarget);
    else accept.mutate();
  };
  return (
    <section className="card stack" aria-labelledby="account">
      <h2 id="account">Your sign-in</h2>
      <form className="stack" onSubmit={submit} noValidate>
        <TextInput label="E-mail" type="email" autoComplete="username" value={invitation.email} readOnly />
        <TextInput
          label="Your name"
          required
          autoComplete="name"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={missing(name, 'Enter your name') ?? fieldError(accept.error, 'name')}
        />
        <PasswordField
          label="Password"
          value={password}
          onChange={setPassword}
          missing={missing(password, 'Choose a password')}
          error={accept.error}
        />
        {!whatIsWrong(accept.error) && <ProblemNotice error={accept.error} />}
        <Button type="submit" loading={accept.isPending} fullWidth>
          Come in
        </Button>
        {invitation.role === 'mentor' && <WithoutAccount token={token} name={name} />}
        <ProviderButton
          email={invitation.email}
          label="Sign in with your organization instead"
          backTo={`/welcome#${token}`}
          onMissing={() => undefined}
        />
      </form>
    </section>
  );
}
