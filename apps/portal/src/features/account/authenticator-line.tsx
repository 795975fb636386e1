import { Button } from '@mantine/core';
import { endpoints } from '@journeybook/contracts';
import { useState } from 'react';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { Line } from '../../ui/line.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { showInstantDate } from '../../ui/show-dates.js';
import { AuthenticatorSetup } from './authenticator-setup.js';
import css from './second-factor.module.css';
import { useSecondFactorAct } from './use-second-factors.js';

interface AuthenticatorLineProps {
  readonly since: string | null;
  readonly onDone: (words: string, recoveryCodes: readonly string[] | null) => void;
}

/** Codes of an app: turned on, moved to another phone, turned off. */
export function AuthenticatorLine({ since, onDone }: AuthenticatorLineProps) {
  const [opened, setOpened] = useState<'setup' | 'removal' | null>(null);
  const start = useSecondFactorAct((client, _: null) => client(endpoints.startAuthenticator, {}));
  const remove = useSecondFactorAct((client, _: null) => client(endpoints.removeAuthenticator, {}));
  const close = () => setOpened(null);
  const begin = () => start.mutate(null, { onSuccess: () => setOpened('setup') });
  const takeAway = () =>
    remove.mutate(null, {
      onSuccess: () => {
        close();
        onDone('Codes from your authenticator app are not asked for any more.', null);
      },
    });
  const done = (codes: readonly string[] | null) => {
    close();
    onDone('From now on we ask for a code from your authenticator app when you sign in.', codes);
  };
  return (
    <Line
      title="Code from your phone’s authenticator app"
      end={
        <div className={css.acts}>
          <Button variant="default" loading={start.isPending} onClick={begin}>
            {since ? 'Use another phone' : 'Set up the app'}
          </Button>
          {since && (
            <Button variant="default" onClick={() => setOpened('removal')}>
              Turn codes off
            </Button>
          )}
        </div>
      }
    >
      {since ? `on since ${showInstantDate(since)}` : 'off'}
      <ProblemNotice error={start.error} />
      <FormDialog opened={opened === 'setup'} title="Set up your authenticator app" onClose={close}>
        {start.data && <AuthenticatorSetup {...start.data} onDone={done} onClose={close} />}
      </FormDialog>
      <ConfirmDialog
        opened={opened === 'removal'}
        title="Turn the codes off?"
        action="Turn codes off"
        busy={remove.isPending}
        error={remove.error}
        onConfirm={takeAway}
        onClose={close}
      >
        <p>Codes from your app do not let you in any more. You are signed out on every other device.</p>
      </ConfirmDialog>
    </Line>
  );
}
