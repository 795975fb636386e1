import { Button, PasswordInput } from '@mantine/core';
import { endpoints } from '@journeybook/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useClient } from '../../api/client.js';
import { focusFirstError } from '../../ui/focus-first-error.js';
import { explain, fieldError, isProblem, ProblemNotice } from '../../ui/problem-notice.js';
import { PasswordField, whatIsWrong } from './password-field.js';

/** Changes the password for whoever knows the one before. */
export function ChangePassword({ email, onDone }: { email: string; onDone: (words: string) => void }) {
  const [form, setForm] = useState({ current: '', password: '' });
  const [tried, setTried] = useState(false);
  const change = useChangePassword(() => {
    setForm({ current: '', password: '' });
    setTried(false);
    onDone('Your password is changed, and you are signed out on every other device.');
  });
  const missing = (value: string, words: string) => (tried && value === '' ? words : undefined);
  const wrong = isProblem(change.error, 'wrong-password') ? explain(change.error) : undefined;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (form.current === '' || form.password === '') focusFirstError(event.currentTarget);
    else change.mutate(form);
  };
  return (
    <section className="card stack" aria-labelledby="password">
      <h2 id="password">Change the password</h2>
      <form className="stack" onSubmit={submit} noValidate>
        <input type="text" hidden readOnly autoComplete="username" value={email} />
        <PasswordInput
          label="Password now"
          required
          autoComplete="current-password"
          value={form.current}
          onChange={(event) => setForm({ ...form, current: event.currentTarget.value })}
          error={missing(form.current, 'Enter your password') ?? wrong ?? fieldError(change.error, 'current')}
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password now' }}
        />
        <PasswordField
          label="New password"
          value={form.password}
          onChange={(password) => setForm({ ...form, password })}
          missing={missing(form.password, 'Choose a password')}
          error={change.error}
        />
        {!wrong && !whatIsWrong(change.error) && <ProblemNotice error={change.error} />}
        <div>
          <Button type="submit" loading={change.isPending}>
            Change the password
          </Button>
        </div>
      </form>
    </section>
  );
}

function useChangePassword(onSuccess: () => void) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { current: string; password: string }) => client(endpoints.changePassword, { body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['account-sessions'] });
      onSuccess();
    },
  });
}
