import type { Brand } from '../brand.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';

/** A social security number, nine digits without hyphens. */
export type SocialSecurityNumber = Brand<string, 'SocialSecurityNumber'>;

export type SocialSecurityNumberRefusal = { readonly kind: 'not-an-ssn' };

/** Printed in advertisements and on sample cards; they belong to nobody. */
const printed: readonly string[] = ['078051120', '219099999', '123456789'];

/**
 * Reads a social security number as a person types it, with or without hyphens or spaces. `not-an-ssn` for what cannot be one: an area of
 * 000, 666 or 900 and above, a group of 00, a serial of 0000, and the numbers of sample cards. Whose it is, nobody can tell from it.
 */
export function readSocialSecurityNumber(text: string): Result<SocialSecurityNumber, SocialSecurityNumberRefusal> {
  const [, area = '', group = '', serial = ''] = /^(\d{3})[- ]?(\d{2})[- ]?(\d{4})$/.exec(text.trim()) ?? [];
  const digits = area + group + serial;
  const isIssued =
    /^(?!000|666|9)\d{3}$/.test(area) && group !== '00' && serial !== '0000' && !printed.includes(digits);
  return isIssued ? accept(digits as SocialSecurityNumber) : refuse({ kind: 'not-an-ssn' });
}

/** How it is shown to its owner: `***-**-1234`. */
export const maskSocialSecurityNumber = (number: SocialSecurityNumber): string => `***-**-${number.slice(-4)}`;

/** As the agency writes it: `123-45-6789`. */
export const showSocialSecurityNumber = (number: SocialSecurityNumber): string =>
  [number.slice(0, 3), number.slice(3, 5), number.slice(5)].join('-');
