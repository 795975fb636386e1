import { createServer } from 'node:net';
import { PlainError } from './plain-error.mjs';

/**
 * Refuses with one line when a port cannot be had.
 * @param {readonly { port: number, what: string, variable: string }[]} wanted
 * @param {string} host the address they will be opened on
 */
export async function requirePorts(wanted, host) {
  for (const one of wanted) {
    const fault = await tryPort(one.port, host);
    if (fault) throw new PlainError(portMessage(one, host, fault));
  }
}

/** @param {{ port: number, what: string, variable: string }} wanted @param {string} host @param {string} fault a system error code */
export function portMessage({ port, what, variable }, host, fault) {
  const choose = `set ${variable} to another port, such as ${variable}=${port + 100}`;
  if (fault === 'EADDRINUSE') return `Port ${port} for ${what} is in use: stop what uses it, or ${choose}.`;
  if (fault === 'EACCES') return `Port ${port} for ${what} needs rights that this user does not have: ${choose}.`;
  if (fault === 'EADDRNOTAVAIL' || fault === 'ENOTFOUND')
    return `HOST is ${host}, and that is no address of this machine: set HOST to one, such as 127.0.0.1.`;
  return `Port ${port} for ${what} cannot be opened (${fault}): ${choose}.`;
}

function tryPort(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code ?? error.message));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
