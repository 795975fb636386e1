import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const version = 'v1';

const keyOf = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'journeybook-api', 'providers', 32));

/** Encrypts and authenticates a text (AES-256-GCM). It opens under the same secret and for the same owner only. */
export function seal(text: string, secret: string, owner: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), iv).setAAD(Buffer.from(owner));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [version, ...[iv, cipher.getAuthTag(), body].map((part) => part.toString('base64url'))].join('.');
}

/** The text; throws when it was sealed with another secret, for another owner, or was changed. */
export function unseal(sealed: string, secret: string, owner: string): string {
  const [found, iv = '', tag = '', body = ''] = sealed.split('.');
  if (found !== version) throw new Error('not a sealed text of this version');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), Buffer.from(iv, 'base64url'), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(owner)).setAuthTag(Buffer.from(tag, 'base64url'));
  return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8');
}
