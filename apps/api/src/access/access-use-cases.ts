import { Attempts } from './attempts.js';
import { ChangePassword } from './change-password.js';
import { DemandProvider } from './demand-provider.js';
import { DescribeSession } from './describe-session.js';
import { ForgotPassword } from './forgot-password.js';
import { OpenSession } from './open-session.js';
import { Post } from './post.js';
import { ResetPassword } from './reset-password.js';
import { SessionCookie } from './session-cookie.js';
import { SignIn } from './sign-in.js';

/** Signing in and all that belongs to a sign-in, for the module. */
export const accessUseCases = [
  SignIn,
  OpenSession,
  SessionCookie,
  DescribeSession,
  Attempts,
  DemandProvider,
  Post,
  ChangePassword,
  ForgotPassword,
  ResetPassword,
];
