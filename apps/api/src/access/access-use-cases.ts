import { Attempts } from './attempts.js';
import { ChangePassword } from './change-password.js';
import { DescribeSession } from './describe-session.js';
import { ForgotPassword } from './forgot-password.js';
import { OpenSession } from './open-session.js';
import { Post } from './post.js';
import { ResetPassword } from './reset-password.js';
import { SessionCookie } from './session-cookie.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { SignIn } from './sign-in.js';

/** Signing in and all that belongs to a sign-in, for the module. */
export const accessUseCases = [
  SignIn,
  SignInAttempts,
  OpenSession,
  SessionCookie,
  DescribeSession,
  Attempts,
  Post,
  ChangePassword,
  ForgotPassword,
  ResetPassword,
];
