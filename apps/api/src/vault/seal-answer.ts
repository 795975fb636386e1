import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SealedAnswer } from '@journeybook/database';
import type { Answer, Instant, PersonId, VaultField } from '@journeybook/domain';
import { isCalendarDate } from '@journeybook/domain';
import { z } from 'zod';
import type { VaultKey } from './read-vault-keys.js';

const nonceBytes = 12;
const tagBytes = 16;
/** Every answer takes as much room: the length of a row tells nothing. */
const answerBytes = 256;

const kept = z.object({
  values: z.array(z.string()),
  form: z.string(),
  answeredOn: z.string().refine(isCalendarDate),
});

/** Whose answer to what, under which key: it is part of what is authenticated, so a row put in another's place opens no more. */
const place = ({ person, field, keyId }: Pick<SealedAnswer, 'person' | 'field' | 'keyId'>): Buffer =>
  Buffer.from(JSON.stringify(['journeybook vault 1', person, field, keyId]));

/** Seals an answer for its place (AES-256-GCM, a nonce of its own). */
export function sealAnswer(
  answer: Answer,
  { person, field, at }: { readonly person: PersonId; readonly field: VaultField; readonly at: Instant },
  { id: keyId, key }: VaultKey,
): SealedAnswer {
  const text = Buffer.from(JSON.stringify(answer));
  if (text.length > answerBytes) throw new Error('an answer is too long for the vault');
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(place({ person, field, keyId }));
  const body = Buffer.concat([cipher.update(Buffer.concat([text], answerBytes)), cipher.final()]);
  return { person, field, keyId, sealed: Buffer.concat([nonce, cipher.getAuthTag(), body]), sealedAt: at };
}

/** Opens an answer. Throws when its key is not among these, or when it was changed or stands in another's place. */
export function openAnswer(row: SealedAnswer, keys: readonly VaultKey[]): Answer {
  const found = keys.find((one) => one.id === row.keyId);
  if (!found) throw new Error(`the vault's key ${row.keyId} is not in VAULT_KEY`);
  const nonce = row.sealed.subarray(0, nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', found.key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(place(row));
  decipher.setAuthTag(row.sealed.subarray(nonceBytes, nonceBytes + tagBytes));
  const padded = Buffer.concat([decipher.update(row.sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
  const end = padded.indexOf(0);
  return kept.parse(JSON.parse(padded.subarray(0, end < 0 ? undefined : end).toString('utf8')));
}
