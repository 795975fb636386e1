import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';

/** The fewest characters of a password (NIST SP 800-63B-4 §3.1.1.2 asks for 15 where it is all there is, 8 beside a second factor). */
export const leastPasswordCharacters = 12;
/** The most characters of a password: long enough for any sentence, short enough to be hashed at once. */
export const mostPasswordCharacters = 512;

/** Parts of a name or an address shorter than this stand in too many sentences to mean anybody. */
const tellingCharacters = 4;

export type ChoosePasswordRefusal =
  | { readonly kind: 'password-too-short'; readonly least: number }
  | { readonly kind: 'password-too-long'; readonly most: number }
  | { readonly kind: 'password-personal' }
  | { readonly kind: 'password-common' };

/**
 * Decides whether a password may be chosen (ASVS 5.0 6.2.1, 6.2.4, 6.2.9–6.2.12): 12 to 512 characters, not made of the own name
 * or address, and not among those that are guessed first, which `isGuessable` tells. Nothing else is asked of it.
 */
export function choosePassword(
  password: string,
  facts: { readonly email: string; readonly name: string; readonly isGuessable: (password: string) => boolean },
): Result<string, ChoosePasswordRefusal> {
  const characters = Array.from(password.normalize('NFC')).length;
  if (characters < leastPasswordCharacters)
    return refuse({ kind: 'password-too-short', least: leastPasswordCharacters });
  if (characters > mostPasswordCharacters) return refuse({ kind: 'password-too-long', most: mostPasswordCharacters });
  if (isPersonal(password, facts)) return refuse({ kind: 'password-personal' });
  if (facts.isGuessable(password)) return refuse({ kind: 'password-common' });
  return accept(password);
}

/** Whether little is left of the password once the name and the address are taken out of it. */
function isPersonal(password: string, { email, name }: { readonly email: string; readonly name: string }): boolean {
  const parts = [email, ...`${email} ${name}`.split(/[^\p{L}\p{N}]+/u)]
    .map((part) => part.toLowerCase())
    .filter((part) => Array.from(part).length >= tellingCharacters)
    .toSorted((a, b) => b.length - a.length);
  const whole = password.toLowerCase();
  const left = parts.reduce((text, part) => text.replaceAll(part, ''), whole);
  return left !== whole && Array.from(left).length < leastPasswordCharacters;
}
