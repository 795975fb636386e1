import { BlockList, isIP } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

// IANA special-purpose registries: nothing in here is a server on the internet.
const special = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  special.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  special.addSubnet(network, prefix, 'ipv6');

const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

const isLoopback = (ip: string): boolean => loopback.check(ip, isIP(ip) === 6 ? 'ipv6' : 'ipv4');

/** Whether this server may open a connection to the address: public ones, and this machine only when that is allowed. */
export function mayConnect(ip: string, allowLoopback: boolean): boolean {
  const family = isIP(ip);
  if (family === 0) return false;
  if (isLoopback(ip)) return allowLoopback;
  if (family === 4) return !special.check(ip, 'ipv4');
  return globalUnicast.check(ip, 'ipv6') && !special.check(ip, 'ipv6');
}

const unbracketed = (host: string): string => host.replace(/^\[|\]$/g, '');

/** Whether a host, as an address names it, is this machine. */
export function isThisMachine(host: string): boolean {
  const name = unbracketed(host);
  return name === 'localhost' || name.endsWith('.localhost') || (isIP(name) !== 0 && isLoopback(name));
}

/**
 * Why an address that a platform, a provider or an administrator gave must not be called, or null when it may be. Names are looked at
 * again when they are resolved, at the moment of connecting.
 */
export function refuseAddress(address: string, allowLoopback: boolean): string | null {
  if (!URL.canParse(address)) return 'is not an address';
  const url = new URL(address);
  if (url.username || url.password) return 'must not hold a user name or password';
  if (isThisMachine(url.hostname)) return allowLoopback ? webOnly(url) : 'is an address of this machine';
  if (url.protocol !== 'https:') return 'must begin with https://';
  const host = unbracketed(url.hostname);
  return isIP(host) !== 0 && !mayConnect(host, allowLoopback) ? 'is not a public address' : null;
}

const webOnly = ({ protocol }: URL): string | null =>
  protocol === 'http:' || protocol === 'https:' ? null : 'must begin with https://';
