import type { CorrectPlatformBody } from '@journeybook/contracts';
import { Refused } from '../http/refused.js';
import { refuseIssuer } from './recognise-platform.js';
import { refuseAddress } from './refuse-address.js';

const names = ['issuer', 'authUrl', 'tokenUrl', 'jwksUrl'] as const;

/** Refuses addresses that are not kept of a platform, each by its field; the same whether they are entered or corrected. */
export function checkAddresses(given: CorrectPlatformBody, allowLoopback: boolean): void {
  const errors = names.flatMap((field) => {
    const message = refuseAddress(given[field], allowLoopback) ?? (field === 'issuer' ? refuseIssuer(given) : null);
    return message === null ? [] : [{ field, message }];
  });
  if (errors.length > 0) throw new Refused({ kind: 'invalid-request' }, errors);
}
