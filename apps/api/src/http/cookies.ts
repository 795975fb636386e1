import type { Request } from 'express';
import type { Config } from '../config.js';

/** The cookie that carries a session. */
export const sessionCookieName = 'journeybook_session';

/** Whether browsers reach Journeybook by https. */
export const isHttps = ({ PUBLIC_URL }: Pick<Config, 'PUBLIC_URL'>): boolean => PUBLIC_URL.startsWith('https:');

/** With https, browsers keep a cookie of this prefix only from this very host: no neighbouring site can plant one (RFC 6265bis, 4.1.3). */
export const cookiePrefix = (config: Pick<Config, 'PUBLIC_URL'>): string => (isHttps(config) ? '__Host-' : '');

/** The setting of the application that holds the prefix of its cookies. */
export const prefixSetting = 'cookie prefix';

/** The value of a cookie of ours as it was sent (ours need no encoding); null when the request has none of that name. */
export function cookieOf(request: Request, name: string): string | null {
  const prefix = (request.app.get(prefixSetting) as string | undefined) ?? '';
  const pair = (request.headers.cookie ?? '')
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${prefix}${name}=`));
  return pair ? pair.slice(prefix.length + name.length + 1) : null;
}
