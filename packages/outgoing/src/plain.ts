import { isThisMachine } from './address.js';

/** Why a server of ours must not be reached at the address, unless whoever installs it allows that by name; null when it may. */
export const refusePlainHttp = (address: string | undefined): string | null =>
  address !== undefined && URL.canParse(address) && isPlainHttp(new URL(address))
    ? 'is an http address of another machine, and what people type could be read on the way. Give an https address, or set ALLOW_PLAIN_HTTP=true'
    : null;

const isPlainHttp = ({ protocol, hostname }: URL): boolean => protocol === 'http:' && !isThisMachine(hostname);

/** Whether the address of a database leads to another machine and does not say how it is protected on the way. */
export function leavesUnprotected(address: string): boolean {
  // PostgreSQL takes an address with a password and no host, which no URL may be.
  const whole = address.replace('@/', '@localhost/');
  if (!URL.canParse(whole)) return false;
  const { hostname, searchParams } = new URL(whole);
  // Without a host, or with a folder for one, it is a socket of this machine.
  const host = searchParams.get('host') ?? decodeURIComponent(hostname);
  if (host === '' || host.startsWith('/') || isThisMachine(host)) return false;
  return !['sslmode', 'ssl'].some((name) => searchParams.has(name));
}

/** The line of the log that says so. */
export const unprotected =
  'The database is on another machine and its address does not say how it is protected on the way: add sslmode=verify-full, or sslmode=disable in a network that nobody else is in';
