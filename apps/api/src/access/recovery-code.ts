import { randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { recoveryCodeCount } from '@journeybook/domain';
import { deriveKey } from './password.js';

/** Letters and digits that nobody takes for one another. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const length = 10;
const half = length / 2;

export interface MadeRecoveryCodes {
  /** As they are shown, once. */
  readonly codes: readonly string[];
  readonly salt: Buffer;
  readonly hashes: readonly Buffer[];
}

const newCode = (): string => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');

/** Without what people add or capitalise when they copy it from paper. */
const cleaned = (code: string): string => code.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Ten codes of 49 bits each; hashed slowly under one salt, as ASVS 5.0 6.5.2 asks of fewer than 112 bits. */
export async function makeRecoveryCodes(): Promise<MadeRecoveryCodes> {
  const codes = Array.from({ length: recoveryCodeCount }, newCode);
  const salt = randomBytes(16);
  const hashes = await Promise.all(codes.map((code) => deriveKey(code, salt)));
  return { codes: codes.map((code) => `${code.slice(0, half)}-${code.slice(half)}`), salt, hashes };
}

/** Which of the hashes the code has; null when none. */
export async function findRecoveryCode(
  code: string,
  { salt, unused }: { readonly salt: Buffer; readonly unused: readonly Buffer[] },
): Promise<Buffer | null> {
  const hash = await deriveKey(cleaned(code), salt);
  return unused.find((one) => one.length === hash.length && timingSafeEqual(one, hash)) ?? null;
}
