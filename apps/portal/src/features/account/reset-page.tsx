import { Button } from '@mantine/core';
import { endpoints } from '@journeybook/contracts';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useClient } from '../../api/client.js';
import { DoneNotice } from '../../ui/done-notice.js';
import { focusFirstError } from '../../ui/focus-first-error.js';
import { isProblem, ProblemNotice } from '../../ui/problem-notice.js';
import { PasswordField, whatIsWrong } from './password-field.js';
import { PlainPage } from '../../ui/plain-page.js';

/** Behind the link of a forgotten password: chooses a new one. */
export function ResetPage({ token }: { token: string }) {
  const client = useClient();
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const reset = useMutation({
    mutationFn: () => client(endpoints.resetPassword, { body: { token, password } }),
    meta: { quiet: true },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (password === '') focusFirstError(event.currentTarget);
    else reset.mutate();
  };
  return (
    <PlainPage title="Choose a new password">
      <section className="card stack" aria-label="A new password">
        <DoneNotice>
          {reset.isSuccess ? 'Your password is changed. You were signed out everywhere; sign in with the new one.' : ''}
        </DoneNotice>
        {!reset.isSuccess && (
          <form className="stack" onSubmit={submit} noValidate>
            <PasswordField
              label="New password"
              value={password}
              onChange={setPassword}
              missing={tried && password === '' ? 'Choose a password' : undefined}
              error={reset.error}
            />
            {!whatIsWrong(reset.error) && <ProblemNotice error={reset.error} />}
            <Button type="submit" loading={reset.isPending} fullWidth>
              Keep the new password
            </Button>
          </form>
        )}
        <p>
          {isProblem(reset.error, 'link-over') ? (
            <Link to="/forgot">Ask for another link</Link>
          ) : (
            <Link to="/sign-in">Go to the sign-in</Link>
          )}
        </p>
      </section>
    </PlainPage>
  );
}
