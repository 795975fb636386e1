import type { Client, SecondStep } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { codeAt } from '../access/authenticator-code.js';
import { browserOf } from './invite.js';
import { SoftPasskey } from './soft-passkey.js';
import type { RunningApi } from './start-api.js';
import { password } from './world.js';

/** The authenticator app of somebody, as it was set up in one browser. */
export interface SetUpAuthenticator {
  readonly call: Client;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** Sets an authenticator app up and lets a minute pass, so that the code of the setup is an old one. */
export async function setUpAuthenticator(
  api: RunningApi,
  person: { readonly email: string },
): Promise<SetUpAuthenticator> {
  const call = browserOf(api);
  await call(endpoints.signIn, { body: { email: person.email, password } });
  const { secret } = await call(endpoints.startAuthenticator, {});
  const { recoveryCodes } = await call(endpoints.confirmAuthenticator, {
    body: { code: codeAt(secret, api.clock.now()) },
  });
  api.clock.pass(1);
  return { call, secret, recoveryCodes: recoveryCodes ?? [] };
}

/** Makes a passkey in the browser that is signed in. */
export async function addPasskey(call: Client, name = 'Phone') {
  const passkey = new SoftPasskey();
  const made = passkey.make(await call(endpoints.askForNewPasskey, {}));
  const { recoveryCodes } = await call(endpoints.addPasskey, { body: { name, passkey: made } });
  return { passkey, recoveryCodes: recoveryCodes ?? [] };
}

/** A browser in which somebody gave the right password and is asked for the second step. */
export async function afterPassword(api: RunningApi, { email }: { readonly email: string }): Promise<Client> {
  const call = browserOf(api);
  await call(endpoints.signIn, { body: { email, password } }).then(
    () => {
      throw new Error('the password was enough');
    },
    () => undefined,
  );
  return call;
}

export const giveCode = (call: Client, code: string) => finish(call, { kind: 'code', code });
export const giveRecoveryCode = (call: Client, code: string) => finish(call, { kind: 'recovery-code', code });

const finish = (call: Client, body: SecondStep) => call(endpoints.finishSignIn, { body });
