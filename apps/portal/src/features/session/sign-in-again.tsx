import { Modal } from '@mantine/core';
import type { Session } from '@journeybook/contracts';
import { SignInForm } from './sign-in-form.js';

interface SignInAgainProps {
  /** Who was signed in, so that only the password has to be typed. */
  readonly email: string;
  readonly onSignedIn: (session: Session) => void;
}

/** Over the page one was on, when the session has ended: whatever was typed beneath it is still there afterwards. */
export function SignInAgain({ email, onSignedIn }: SignInAgainProps) {
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title="Sign in again"
    >
      <div className="stack">
        <p>Your session has ended. What you typed on this page is kept.</p>
        <SignInForm email={email} onSignedIn={onSignedIn} />
      </div>
    </Modal>
  );
}
