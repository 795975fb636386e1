import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** Encrypts and authenticates small texts with one secret (AES-256-GCM). */
export interface Sealer {
  seal(text: string): string;
  /** Throws when the text was sealed with another secret or was changed. */
  open(sealed: string): string;
}

const version = 'v1';

export function createSealer(secret: string, purpose: string): Sealer {
  const key = Buffer.from(hkdfSync('sha256', secret, 'journeybook-lti', purpose, 32));
  return {
    seal(text) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [version, iv, cipher.getAuthTag(), body]
        .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
        .join('.');
    },
    open(sealed) {
      const [found, iv = '', tag = '', body = ''] = sealed.split('.');
      if (found !== version) throw new Error('not a sealed text of this version');
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), { authTagLength: 16 });
      decipher.setAuthTag(Buffer.from(tag, 'base64url'));
      return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8');
    },
  };
}

/** What a random secret is known by in the database. */
export const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
