import { Button, TextInput } from '@mantine/core';
import { endpoints } from '@journeybook/contracts';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useClient } from '../../api/client.js';
import { DoneNotice } from '../../ui/done-notice.js';
import { focusFirstError } from '../../ui/focus-first-error.js';
import { fieldError, ProblemNotice } from '../../ui/problem-notice.js';
import { PlainPage } from '../../ui/plain-page.js';

/** Asks for a link to choose a new password. What it says afterwards is the same for every address. */
export function ForgotPage() {
  const client = useClient();
  const [email, setEmail] = useState('');
  const [tried, setTried] = useState(false);
  const ask = useMutation({
    mutationFn: () => client(endpoints.forgotPassword, { body: { email: email.trim() } }),
    meta: { quiet: true },
  });
  const missing = tried && email.trim() === '' ? 'Enter your e-mail address' : undefined;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (email.trim() === '') focusFirstError(event.currentTarget);
    else ask.mutate();
  };
  const done = `If ${email.trim()} has an account here, a letter with a link is on its way. The link opens for an hour.`;
  return (
    <PlainPage title="Forgot your password?">
      <section className="card stack" aria-label="A new password">
        <p>Give your e-mail address. We send you a link to choose a new password.</p>
        <form className="stack" onSubmit={submit} noValidate>
          <TextInput
            label="E-mail"
            type="email"
            autoComplete="username"
            value={email}
            onChange={(event) => {
              ask.reset();
              setEmail(event.currentTarget.value);
            }}
            error={missing ?? fieldError(ask.error, 'email')}
          />
          <ProblemNotice error={ask.error} />
          <DoneNotice>{ask.isSuccess ? done : ''}</DoneNotice>
          <Button type="submit" loading={ask.isPending} fullWidth>
            Send the link
          </Button>
        </form>
        <p>
          <Link to="/sign-in">Back to the sign-in</Link>
        </p>
      </section>
    </PlainPage>
  );
}
