import type { KeyObject } from 'node:crypto';
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { NewPasskey, PasskeyProof, PasskeyRequest, PasskeyToMake } from '@journeybook/contracts';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/** What a page of another site, a device without a finger on it, or a copy would answer. */
export interface PasskeyQuirks {
  readonly origin?: string;
  readonly domain?: string;
  readonly userVerified?: boolean;
  readonly counter?: number;
  readonly challenge?: string;
  readonly userHandle?: string;
}

const flags = { present: 0x01, verified: 0x04, attested: 0x40 };
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: string | Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
const uint = (value: number, bytes: 2 | 4): Buffer => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
};

/** A passkey in memory (ES256), as a phone would hold it: it counts its uses and knows its person. */
export class SoftPasskey {
  readonly id: string = text(randomBytes(32));
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private counter = 0;
  private userHandle = '';

  constructor(
    private readonly origin = 'http://journeybook.example',
    private readonly domain = 'journeybook.example',
  ) {}

  /** Answers what `navigator.credentials.create` would. */
  make({ challenge, user }: PasskeyToMake, quirks: PasskeyQuirks = {}): NewPasskey {
    this.userHandle = user.id;
    const authData = this.authenticatorData(quirks, flags.attested, this.attestedCredential());
    const attestationObject = isoCBOR.encode(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', Uint8Array.from(authData)],
      ]) as never,
    );
    return {
      ...this.answer(),
      response: {
        clientDataJSON: text(this.clientData('webauthn.create', challenge, quirks)),
        attestationObject: text(attestationObject),
        transports: ['internal'],
      },
    };
  }

  /** Answers what `navigator.credentials.get` would. */
  prove({ challenge }: PasskeyRequest, quirks: PasskeyQuirks = {}): PasskeyProof {
    this.counter = quirks.counter ?? this.counter + 1;
    const authData = this.authenticatorData(quirks, 0, Buffer.alloc(0));
    const clientData = this.clientData('webauthn.get', challenge, quirks);
    const signature = sign('sha256', Buffer.concat([authData, sha256(clientData)]), this.keys.privateKey);
    return {
      ...this.answer(),
      response: {
        clientDataJSON: text(clientData),
        authenticatorData: text(authData),
        signature: text(signature),
        userHandle: quirks.userHandle ?? this.userHandle,
      },
    };
  }

  private answer() {
    return { id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {} } as const;
  }

  private clientData(type: string, challenge: string, { origin = this.origin, ...quirks }: PasskeyQuirks): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge: quirks.challenge ?? challenge, origin, crossOrigin: false }));
  }

  private authenticatorData(quirks: PasskeyQuirks, extra: number, rest: Buffer): Buffer {
    const { domain = this.domain, userVerified = true } = quirks;
    const flag = flags.present | (userVerified ? flags.verified : 0) | extra;
    return Buffer.concat([sha256(domain), Buffer.from([flag]), uint(this.counter, 4), rest]);
  }

  private attestedCredential(): Buffer {
    const id = Buffer.from(this.id, 'base64url');
    return Buffer.concat([Buffer.alloc(16), uint(id.length, 2), id, Buffer.from(coseKey(this.keys.publicKey))]);
  }
}

/** The public key as COSE (RFC 9052): EC2, ES256, P-256. */
function coseKey(key: KeyObject): Uint8Array {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const point = (part: string) => Uint8Array.from(Buffer.from(part, 'base64url'));
  return isoCBOR.encode(
    new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, point(x)],
      [-3, point(y)],
    ]) as never,
  );
}
