import { Button } from '@mantine/core';
import type { Session } from '@journeybook/contracts';
import { IconFingerprint } from '@tabler/icons-react';
import { passkeysWork, signInWithPasskey } from '../../api/passkeys.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { useOpening } from './use-opening.js';

/** Signs in without an address or a password. Nothing where the browser has no passkeys. */
export function PasskeyButton({ onSignedIn }: { onSignedIn: (session: Session) => void }) {
  const signIn = useOpening((client) => signInWithPasskey(client), onSignedIn);
  if (!passkeysWork()) return null;
  return (
    <div className="stack">
      <Button
        variant="default"
        fullWidth
        leftSection={<IconFingerprint size={20} aria-hidden="true" />}
        loading={signIn.isPending}
        onClick={() => signIn.mutate(undefined)}
      >
        Use a passkey
      </Button>
      <p className="soft">A passkey is your phone’s or computer’s fingerprint, face or PIN.</p>
      <ProblemNotice error={signIn.error} />
    </div>
  );
}
