import { Button } from '@mantine/core';
import { endpoints, type SecondFactorsView } from '@journeybook/contracts';
import { useState } from 'react';
import { Line } from '../../ui/line.js';
import { Loading } from '../../ui/loading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { countOf } from '../../ui/show-dates.js';
import { AddPasskey } from './add-passkey.js';
import { AuthenticatorLine } from './authenticator-line.js';
import { PasskeyLine } from './passkey-line.js';
import { RecoveryCodes } from './recovery-codes.js';
import { useSecondFactorAct, useSecondFactors } from './use-second-factors.js';

interface SecondFactorCardsProps {
  readonly onDone: (words: string) => void;
  /** Once there is a second step and its recovery codes are put away. */
  readonly onReady?: () => void;
}

/** The second step of one's own sign-in, one's passkeys, and the codes for when the phone is gone. */
export function SecondFactorCards({ onDone, onReady }: SecondFactorCardsProps) {
  const factors = useSecondFactors();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const done = (words: string, told: readonly string[] | null) => {
    onDone(words);
    setCodes(told);
    if (!told) onReady?.();
  };
  const kept = () => {
    setCodes(null);
    onReady?.();
  };
  if (codes) return <RecoveryCodes codes={codes} onKept={kept} />;
  return (
    <>
      <section className="card stack" aria-labelledby="second-step">
        <h2 id="second-step">Second step when you sign in</h2>
        <p className="soft">
          Beside your password we ask for a code from your phone, or for a passkey. A password that somebody found out
          then opens nothing.
        </p>
        {factors.isPending && <Loading what="your second step" heights={[64]} />}
        <ProblemNotice error={factors.error} onRetry={factors.refetch} />
        {factors.data && (
          <ul aria-labelledby="second-step">
            <AuthenticatorLine since={factors.data.authenticatorSince} onDone={done} />
            <RecoveryLine factors={factors.data} onDone={done} />
          </ul>
        )}
      </section>
      {factors.data && <PasskeysCard passkeys={factors.data.passkeys} onDone={done} />}
    </>
  );
}

interface CardProps {
  readonly onDone: (words: string, recoveryCodes: readonly string[] | null) => void;
}

function PasskeysCard({ passkeys, onDone }: CardProps & Pick<SecondFactorsView, 'passkeys'>) {
  return (
    <section className="card stack" aria-labelledby="passkeys">
      <h2 id="passkeys">Passkeys</h2>
      <p className="soft">
        A passkey is your phone’s or computer’s fingerprint, face or PIN. You sign in with it alone, without a password.
      </p>
      {passkeys.length > 0 && (
        <ul aria-labelledby="passkeys">
          {passkeys.map((one) => (
            <PasskeyLine key={one.id} passkey={one} onDone={(words) => onDone(words, null)} />
          ))}
        </ul>
      )}
      <AddPasskey onDone={onDone} />
    </section>
  );
}

function RecoveryLine({ factors, onDone }: CardProps & { factors: SecondFactorsView }) {
  const renew = useSecondFactorAct((client, _: null) => client(endpoints.renewRecoveryCodes, {}));
  if (!factors.authenticatorSince && factors.passkeys.length === 0) return null;
  const make = () =>
    renew.mutate(null, {
      onSuccess: ({ recoveryCodes }) => onDone('Here are your new recovery codes.', recoveryCodes),
    });
  return (
    <Line
      title="Recovery codes, for when your phone is gone"
      end={
        <Button variant="default" loading={renew.isPending} onClick={make}>
          Make new ones
        </Button>
      }
    >
      {countOf(factors.recoveryCodesLeft, 'code')} left
      <ProblemNotice error={renew.error} />
    </Line>
  );
}
