import type { Express, NextFunction, Request, Response } from 'express';
import { currentPlatform } from './current-platform.js';
import type { LaunchDoor } from './launch-door.js';

/** As long as a state lives: the user may have to sign in at the platform in between. */
export const stateSeconds = 600;

type SignedRequest = Request & { token?: unknown; signedCookies: Record<string, string | false | undefined> };

/** Puts the guard in front of ltijs's own handlers, by the hook it offers for that (lti.md 1.9). */
export function installGuard(app: Express, door: LaunchDoor): void {
  app.use((request: Request, response: Response, next: NextFunction) => {
    // ltijs takes a session token from anywhere in a request and would skip the launch for it; we give none out.
    delete (request as SignedRequest).token;
    partitionCookies(response);
    const guard = request.path === '/login' ? guardLogin : guardLaunch;
    guard(door, request as SignedRequest, response, next).catch(next);
  });
}

async function guardLogin(door: LaunchDoor, request: Request, response: Response, next: NextFunction): Promise<void> {
  const login = await door.admitLogin(request, response);
  if (!login) return;
  request.query = {};
  request.body = { ...login.parameters };
  const redirect = response.redirect.bind(response) as (url: string) => void;
  response.redirect = ((address: string) => {
    const parameters = new URLSearchParams(address.slice(address.indexOf('?') + 1));
    door.sendToPlatform(login, { request, response, parameters, redirect }).catch(next);
  }) as Response['redirect'];
  currentPlatform.run({ registration: login.registration, publicKey: null }, next);
}

async function guardLaunch(
  door: LaunchDoor,
  request: SignedRequest,
  response: Response,
  next: NextFunction,
): Promise<void> {
  const state = (request.body as { state?: unknown } | undefined)?.state;
  const cookie = typeof state === 'string' ? request.signedCookies[`state${state}`] : undefined;
  const platform = await door.admitLaunch(request, response, cookie === false ? undefined : cookie);
  if (!platform) return;
  // The door has decided that this browser began the login; ltijs knows only its own cookie as a reason to believe it.
  request.signedCookies[`state${String(state)}`] = platform.registration.issuer;
  currentPlatform.run(platform, next);
}

// Strict browsers keep a cookie inside another site's frame only when it is partitioned by that site (CHIPS); ltijs 5.9.9
// cannot ask for that, and lets its cookie live a minute, too short for signing in.
function partitionCookies(response: Response): void {
  const cookie = response.cookie.bind(response);
  response.cookie = ((name: string, value: string, options: object) =>
    cookie(name, value, { ...options, partitioned: true, maxAge: stateSeconds * 1000 })) as Response['cookie'];
  response.clearCookie = ((name: string, options: object) =>
    cookie(name, '', {
      ...options,
      signed: false,
      partitioned: true,
      expires: new Date(0),
    })) as Response['clearCookie'];
}
