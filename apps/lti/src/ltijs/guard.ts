import type { Express, NextFunction, Request, Response } from 'express';
import { cookiePrefixOf, isHttps, strictTransportWords } from '../https.js';
import { currentPlatform } from './current-platform.js';
import type { LaunchDoor } from './launch-door.js';

/** As long as a state lives: the user may have to sign in at the platform in between. */
export const stateSeconds = 600;

type SignedRequest = Request & { token?: unknown; signedCookies: Record<string, string | false | undefined> };

/** Puts the guard in front of ltijs's own handlers, by the hook it offers for that (lti.md 1.9). */
export function installGuard(app: Express, door: LaunchDoor, publicUrl: string): void {
  const prefix = cookiePrefixOf(publicUrl);
  app.use((request: Request, response: Response, next: NextFunction) => {
    // ltijs takes a session token from anywhere in a request and would skip the launch for it; we give none out.
    delete (request as SignedRequest).token;
    promiseHttps(response, isHttps(publicUrl));
    changeCookies(response, prefix);
    const guarded =
      request.path === '/login'
        ? guardLogin(door, request, response, next)
        : guardLaunch(door, unprefixed(request as SignedRequest, prefix), response, next);
    guarded.catch(next);
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

// ltijs makes this promise for every server, also for one without https.
function promiseHttps(response: Response, https: boolean): void {
  if (https) response.setHeader('strict-transport-security', strictTransportWords);
  else response.removeHeader('strict-transport-security');
}

/** The request with its cookies under the names that ltijs knows; those that came without the prefix are nobody's. */
function unprefixed(request: SignedRequest, prefix: string): SignedRequest {
  const ours = Object.entries(request.signedCookies).filter(([name]) => name.startsWith(prefix));
  request.signedCookies = Object.fromEntries(ours.map(([name, value]) => [name.slice(prefix.length), value]));
  return request;
}

// Strict browsers keep a cookie inside another site's frame only when it is partitioned by that site (CHIPS); ltijs 5.9.9
// cannot ask for that, and lets its cookie live a minute, too short for signing in.
function changeCookies(response: Response, prefix: string): void {
  const cookie = response.cookie.bind(response);
  response.cookie = ((name: string, value: string, options: object) =>
    cookie(`${prefix}${name}`, value, {
      ...options,
      partitioned: true,
      maxAge: stateSeconds * 1000,
    })) as Response['cookie'];
  response.clearCookie = ((name: string, options: object) =>
    cookie(`${prefix}${name}`, '', {
      ...options,
      signed: false,
      partitioned: true,
      expires: new Date(0),
    })) as Response['clearCookie'];
}
