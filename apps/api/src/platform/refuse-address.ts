import { isIP } from 'node:net';

/**
 * Why an address of a platform is not kept, or null when it is. The LTI tool looks again, at what the name leads to, whenever it
 * connects (lti.md 7.6); here whoever typed it in is told at once.
 */
export function refuseAddress(address: string, allowLoopback: boolean): string | null {
  if (!URL.canParse(address)) return 'must be an address such as https://lms.example.edu';
  const { protocol, username, password, hostname, hash } = new URL(address);
  if (username || password) return 'must not hold a user name or password';
  if (hash) return 'must not hold a #';
  const host = hostname.replace(/^\[|\]$/g, '');
  const local = host === 'localhost' || host.endsWith('.localhost') || host === '127.0.0.1' || host === '::1';
  if (local) return allowLoopback && /^https?:$/.test(protocol) ? null : 'must not be an address of this machine';
  if (protocol !== 'https:') return 'must begin with https://';
  return isIP(host) === 0 && host.includes('.') ? null : 'must have a public name';
}
