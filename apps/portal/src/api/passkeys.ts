import { type Client, endpoints, ProblemError, type Session } from '@journeybook/contracts';
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser';

/** Whether this browser can use passkeys at this address. */
export const passkeysWork = (): boolean => browserSupportsWebAuthn() && window.isSecureContext;

const inWords: Partial<Record<WebAuthnError['code'], string>> = {
  ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED: 'This device has a passkey here already.',
  ERROR_INVALID_DOMAIN: 'Passkeys do not work at this address. Use your password.',
  ERROR_INVALID_RP_ID: 'Passkeys do not work at this address. Use your password.',
};

async function choose<T>(work: () => Promise<T>): Promise<T> {
  chosen += 1;
  try {
    return await work();
  } finally {
    chosen -= 1;
  }
}

/** What the browser says about a passkey, as a problem in plain words; the server's own stay what they are. */
async function asked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    const words = error instanceof WebAuthnError ? inWords[error.code] : undefined;
    throw new ProblemError({
      type: 'about:blank',
      title: 'No passkey was used',
      status: 0,
      kind: 'passkey-not-used',
      detail: words ?? 'No passkey was used: it was cancelled, took too long, or there is none here. Try again.',
    });
  }
}

let chosen = 0;

/** Whether somebody is choosing a passkey now: what the browser is asked besides would close that. */
export const isChoosing = (): boolean => chosen > 0;

/** Signs in with a passkey that the person chooses; with `autofill` it is offered where the address is typed. */
export const signInWithPasskey = (client: Client, { autofill = false } = {}): Promise<Session> =>
  asked(async () => {
    const optionsJSON = (await client(endpoints.askPasskeyToSignIn, {})) as PublicKeyCredentialRequestOptionsJSON;
    const passkey = autofill
      ? await startAuthentication({ optionsJSON, useBrowserAutofill: true })
      : await choose(() => startAuthentication({ optionsJSON }));
    return client(endpoints.signInWithPasskey, { body: { passkey } as never });
  });

/** Proves with a passkey that it is still the person who signed in. */
export const freshenWithPasskey = (client: Client): Promise<void> =>
  asked(async () => {
    const optionsJSON = (await client(endpoints.askPasskeyToFreshen, {})) as PublicKeyCredentialRequestOptionsJSON;
    const passkey = await startAuthentication({ optionsJSON });
    await client(endpoints.freshenWithPasskey, { body: { passkey } as never });
  });

/** Makes a passkey on this device, or one that the browser lets choose, and keeps it under that name. */
export const makePasskey = (client: Client, name: string) =>
  asked(async () => {
    const optionsJSON = (await client(endpoints.askForNewPasskey, {})) as PublicKeyCredentialCreationOptionsJSON;
    const passkey = await startRegistration({ optionsJSON });
    return client(endpoints.addPasskey, { body: { name, passkey } as never });
  });
