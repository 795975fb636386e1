import type { Registration } from '@journeybook/database/lti';
import type { Response } from 'express';
import { claim } from '../protocol/claim-names.js';
import { knownUrl } from '../protocol/known-text.js';
import { frameAncestors } from '../framing/frame-ancestors.js';

/** Where the platform wants its user back, as its token says; null when it does not say. */
export function saidReturnUrl(payload: Readonly<Record<string, unknown>> | undefined): string | null {
  const presentation = payload?.[claim.launchPresentation] as { readonly return_url?: unknown } | null | undefined;
  return knownUrl(presentation?.return_url);
}

/**
 * Where the platform wants its user back, as its token says; null when it does not say, or names a host that is not the platform's:
 * a refused token may be anybody's, and our pages lead nobody astray.
 */
export function wayBack(
  registration: Registration,
  payload: Readonly<Record<string, unknown>> | undefined,
  allowLoopback: boolean,
): string | null {
  const address = saidReturnUrl(payload);
  if (address === null) return null;
  const { origin, protocol, hostname } = new URL(address);
  const own = frameAncestors({ registration, returnUrl: null, allowLoopback });
  const hosted = own.some((one) => one.startsWith('https://*.') && hostname.endsWith(one.slice('https://*'.length)));
  return own.includes(origin) || (hosted && protocol === 'https:') ? address : null;
}

/**
 * The same way from a page that has the whole window, when there is nothing to say. Platforms are made for a frame there: Moodle leaves the
 * frame it had launched into by a script and shows an empty page without one (`launch_container` 2 and 3; `mod/lti/return.php`), Canvas
 * waits for the page around it (`external_content/success`). So Moodle is told of a window, and Canvas asked for the course itself.
 */
export function fromWindow(address: string, profile: Registration['profile']): string {
  const url = new URL(address);
  if (profile === 'moodle' && url.searchParams.has('launch_container')) url.searchParams.set('launch_container', '4');
  const course =
    profile === 'canvas' ? /^(.*\/courses\/[^/]+)\/external_content\/success\//.exec(url.pathname)?.[1] : undefined;
  return course === undefined ? url.href : new URL(course, url).href;
}

/** The address with what went wrong, for people and for the platform's log (LTI Core 1.3, 5.5.2). */
export function backWithError(address: string, message: string, log: string): string {
  const url = new URL(address);
  url.searchParams.set('lti_errormsg', message);
  url.searchParams.set('lti_errorlog', log);
  return url.href;
}

const kept = 'wayBack';

/** Keeps the way back for whichever page this request ends with. */
export function keepWayBack(response: Response, address: string | null): void {
  response.locals[kept] = address;
}

export const keptWayBack = ({ locals }: Response): string | null => (locals[kept] as string | null | undefined) ?? null;
