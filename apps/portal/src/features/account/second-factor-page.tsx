import type { Session } from '@journeybook/contracts';
import { useState } from 'react';
import { DoneNotice } from '../../ui/done-notice.js';
import { PlainPage } from '../../ui/plain-page.js';
import { SecondFactorCards } from './second-factor-cards.js';
import { SignOutButton } from './sign-out-button.js';

interface SecondFactorPageProps {
  readonly asks: Session['secondFactor'];
  readonly onReady: () => void;
  readonly onSignedOut: () => void;
}

/** For somebody whose organisation asks for a second step and who has none: nothing else can be done before. */
export function SecondFactorPage({ asks, onReady, onSignedOut }: SecondFactorPageProps) {
  const [done, setDone] = useState('');
  return (
    <PlainPage title="One more step for your sign-in">
      <p>
        {asks.organization ?? 'Your organization'} asks for a second step when you sign in. Choose one of the two: a
        code from your phone’s authenticator app, or a passkey. It takes two minutes, and then you go on where you were.
      </p>
      <DoneNotice>{done}</DoneNotice>
      <SecondFactorCards onDone={setDone} onReady={onReady} />
      <SignOutButton onSignedOut={onSignedOut} />
    </PlainPage>
  );
}
