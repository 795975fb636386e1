import { AddPasskey } from './add-passkey.js';
import { Attempts } from './attempts.js';
import { ChangePassword } from './change-password.js';
import { DemandProvider } from './demand-provider.js';
import { DescribeSession } from './describe-session.js';
import { FinishSignIn } from './finish-sign-in.js';
import { ForgotPassword } from './forgot-password.js';
import { FreshenSession } from './freshen-session.js';
import { FreshenWithPasskey } from './freshen-with-passkey.js';
import { ListSecondFactors } from './list-second-factors.js';
import { NoteFailedSignIn } from './note-failed-sign-in.js';
import { OpenSession } from './open-session.js';
import { PasskeyCeremony } from './passkey-ceremony.js';
import { Post } from './post.js';
import { ReadSecondFactors } from './read-second-factors.js';
import { RemoveSecondFactor } from './remove-second-factor.js';
import { RenewRecoveryCodes } from './renew-recovery-codes.js';
import { RenewSession } from './renew-session.js';
import { RequireSecondFactor } from './require-second-factor.js';
import { ResetPassword } from './reset-password.js';
import { ResetSecondFactor } from './reset-second-factor.js';
import { KeyedHash } from './keyed-hash.js';
import { Seal } from './seal.js';
import { SecondStep } from './second-step.js';
import { SessionCookie } from './session-cookie.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { SetUpAuthenticator } from './set-up-authenticator.js';
import { SignIn } from './sign-in.js';
import { SignInWithPasskey } from './sign-in-with-passkey.js';
import { SignOutSomebody } from './sign-out-somebody.js';
import { StepCookie } from './step-cookie.js';
import { TellOwner } from './tell-owner.js';

/** Signing in and all that belongs to a sign-in, for the module. */
export const accessUseCases = [
  SignIn,
  SignInAttempts,
  OpenSession,
  NoteFailedSignIn,
  RenewSession,
  SessionCookie,
  DescribeSession,
  Attempts,
  DemandProvider,
  Post,
  ChangePassword,
  ForgotPassword,
  ResetPassword,
  Seal,
  KeyedHash,
  StepCookie,
  TellOwner,
  SecondStep,
  FinishSignIn,
  PasskeyCeremony,
  SignInWithPasskey,
  FreshenSession,
  FreshenWithPasskey,
  ReadSecondFactors,
  SetUpAuthenticator,
  AddPasskey,
  RemoveSecondFactor,
  RenewRecoveryCodes,
  ListSecondFactors,
  RequireSecondFactor,
  ResetSecondFactor,
  SignOutSomebody,
];
