import { TextInput } from '@mantine/core';
import { endpoints } from '@journeybook/contracts';
import { QRCodeSVG } from 'qrcode.react';
import { useState } from 'react';
import { DialogForm } from '../../ui/form-dialog.js';
import { fieldError, isProblem, explain } from '../../ui/problem-notice.js';
import css from './second-factor.module.css';
import { useSecondFactorAct } from './use-second-factors.js';

interface AuthenticatorSetupProps {
  readonly secret: string;
  readonly uri: string;
  /** With the recovery codes, unless those from before still hold. */
  readonly onDone: (recoveryCodes: readonly string[] | null) => void;
  readonly onClose: () => void;
}

const pictureSize = 200;

/** The picture that an app scans, the same as text to type, and the first code. */
export function AuthenticatorSetup({ secret, uri, onDone, onClose }: AuthenticatorSetupProps) {
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const confirm = useSecondFactorAct((client, given: string) =>
    client(endpoints.confirmAuthenticator, { body: { code: given } }),
  );
  const missing = tried && code.trim() === '' ? 'Enter the code that the app shows' : undefined;
  const wrong = isProblem(confirm.error, 'wrong-code') ? explain(confirm.error) : undefined;
  const submit = () => {
    setTried(true);
    if (code.trim() === '') return false;
    confirm.mutate(code, { onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes) });
    return true;
  };
  return (
    <DialogForm
      action="Turn it on"
      busy={confirm.isPending}
      error={wrong ? null : confirm.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <ol className={css.steps}>
        <li>Get an authenticator app on your phone, such as Google Authenticator, Microsoft Authenticator or 2FAS.</li>
        <li>Scan this picture with it.</li>
        <li>Type the code that the app shows.</li>
      </ol>
      <div className={css.picture}>
        <QRCodeSVG value={uri} size={pictureSize} marginSize={2} title="Picture for your authenticator app" />
      </div>
      <div>
        <p className="soft">You cannot scan it? Type this key into the app:</p>
        <p>
          <code className={css.secret}>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </p>
      </div>
      <TextInput
        label="Code from the app"
        required
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={10}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={missing ?? wrong ?? fieldError(confirm.error, 'code')}
      />
    </DialogForm>
  );
}
