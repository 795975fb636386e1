import { lookup as resolve } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { mayConnect } from './address.js';
import { OutgoingError } from './outgoing-error.js';

/** Checks what the name resolves to now, so that a name cannot turn to a private address after it was looked at. */
export function guardedLookup(allowLoopback: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const refused = addresses.find(({ address }) => !mayConnect(address, allowLoopback));
      const first = addresses[0];
      if (refused || !first)
        return callback(new OutgoingError('refused', 'the name leads to a private address'), '', 0);
      if (options.all) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };
}
