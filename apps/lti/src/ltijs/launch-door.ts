import type { Registration } from '@journeybook/database/lti';
import type { Request, Response } from 'express';
import type { CurrentPlatform } from './current-platform.js';

/** A login that may go on to the platform. */
export interface AdmittedLogin {
  readonly registration: Registration;
  readonly parameters: Readonly<Record<string, string>>;
}

/** A browser about to be sent to the platform's sign-in. */
export interface Departure {
  readonly request: Request;
  readonly response: Response;
  readonly parameters: URLSearchParams;
  /** Sends it there; the response's own `redirect` is not to be used. */
  readonly redirect: (address: string) => void;
}

/**
 * What decides, around ltijs. Both `admit…` answer the request themselves and return null when it is refused. `cookieIssuer` is
 * what the browser's signed cookie for this state holds, undefined without one.
 */
export interface LaunchDoor {
  admitLogin(request: Request, response: Response): Promise<AdmittedLogin | null>;
  /** Takes ltijs's parameters for the platform's sign-in, keeps what must come back, and answers the request. */
  sendToPlatform(login: AdmittedLogin, departure: Departure): Promise<void>;
  admitLaunch(request: Request, response: Response, cookieIssuer: string | undefined): Promise<CurrentPlatform | null>;
  /** ltijs has verified the signature of the token that `admitLaunch` admitted. */
  launched(request: Request, response: Response): Promise<void>;
  /** ltijs did not accept what the guard admitted, for its reason. */
  notVerified(response: Response, reason: string): Promise<void>;
}
