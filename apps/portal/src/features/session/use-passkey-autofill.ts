import { ProblemError, type Session } from '@journeybook/contracts';
import { browserSupportsWebAuthnAutofill, WebAuthnAbortService } from '@simplewebauthn/browser';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useClient } from '../../api/client.js';
import { isChoosing, signInWithPasskey } from '../../api/passkeys.js';

/** Before its challenge has run out, the browser gets another one. */
const renewAfter = 4 * 60_000;

/**
 * Lets the browser offer passkeys where the e-mail address is typed, as long as the page stands. It asks for nothing by itself, so what
 * goes wrong stays silent: the button beside says it.
 */
export function usePasskeyAutofill(onSignedIn: (session: Session) => void): void {
  const client = useClient();
  const queries = useQueryClient();
  const done = useRef(onSignedIn);
  useEffect(() => {
    done.current = onSignedIn;
  }, [onSignedIn]);

  useEffect(() => {
    let left = false;
    const offer = async () => {
      if (isChoosing()) return;
      if (!(await browserSupportsWebAuthnAutofill()) || left) return;
      try {
        const session = await signInWithPasskey(client, { autofill: true });
        if (left) return;
        queries.setQueryData(['session'], session);
        done.current(session);
      } catch (error) {
        // Whoever chose a passkey that the server refused may choose again.
        if (!left && error instanceof ProblemError && error.problem.kind === 'passkey-refused') void offer();
      }
    };
    void offer();
    const timer = setInterval(() => void offer(), renewAfter);
    return () => {
      left = true;
      clearInterval(timer);
      WebAuthnAbortService.cancelCeremony();
    };
  }, [client, queries]);
}
