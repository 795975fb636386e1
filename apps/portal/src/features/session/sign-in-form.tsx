import { Button, PasswordInput, TextInput } from '@mantine/core';
import type { Session } from '@journeybook/contracts';
import { type FormEvent, useState } from 'react';
import { fieldError, ProblemNotice } from '../../ui/problem-notice.js';
import { PasskeyButton } from './passkey-button.js';
import { ProviderButton } from './provider-button.js';
import { SecondStepForm, waysOn } from './second-step-form.js';
import { useSignIn } from './use-sign-in.js';

/**
 * E-mail and password, and the second step where there is one; or a passkey alone; or with `backTo` the sign-in of one's
 * organisation, which leaves the page. What was typed stays when it is refused.
 */
export function SignInForm(props: { email?: string; backTo?: string; onSignedIn: (session: Session) => void }) {
  const [email, setEmail] = useState(props.email ?? '');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<{ email?: string; password?: string }>({});
  const signIn = useSignIn(props);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = {
      ...(email.trim() === '' ? { email: 'Enter your e-mail address' } : {}),
      ...(password === '' ? { password: 'Enter your password' } : {}),
    };
    setMissing(found);
    if (Object.keys(found).length === 0) signIn.mutate({ email: email.trim(), password });
  };

  const ways = waysOn(signIn.error);
  if (ways) return <SecondStepForm ways={ways} onSignedIn={props.onSignedIn} onBack={signIn.reset} />;
  return (
    <form onSubmit={submit} noValidate className="stack">
      <TextInput
        label="E-mail"
        type="email"
        autoComplete="username webauthn"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={missing.email ?? fieldError(signIn.error, 'email')}
      />
      <PasswordInput
        label="Password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={missing.password ?? fieldError(signIn.error, 'password')}
        visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password' }}
      />
      <ProblemNotice error={signIn.error} />
      <Button type="submit" loading={signIn.isPending} fullWidth>
        Sign in
      </Button>
      {props.backTo !== undefined && (
        <ProviderButton
          email={email}
          label="Sign in with your organization"
          backTo={props.backTo}
          onMissing={() => setMissing({ email: 'Enter your e-mail address' })}
        />
      )}
      <PasskeyButton onSignedIn={props.onSignedIn} />
    </form>
  );
}
