import type { Client, ReportLaunchBody } from '@journeybook/contracts';
import { createClient, endpoints } from '@journeybook/contracts';
import { machineToken } from './environment.js';
import { keepCookies } from './keep-cookies.js';
import { launch } from './launch.js';
import type { Known } from './world.js';
import { password } from './world.js';

/** Ways to call the API, each as somebody. */
export interface Callers {
  /** Somebody without any credential. */
  readonly nobody: Client;
  /** The LTI tool. */
  readonly machine: Client;
  /** Signs the person in over HTTP, once; the client keeps the cookie. */
  as(person: Known): Promise<Client>;
  /** Reports a launch as the LTI tool and opens it as its page. */
  launched(launch?: Partial<ReportLaunchBody>): Promise<LaunchedPage>;
}

export interface LaunchedPage {
  readonly call: Client;
  readonly token: string;
  readonly section: string;
  readonly identity: string;
}

export const bearer = (token: string) => () => ({ authorization: `Bearer ${token}` });

/** The callers of the API at this address. */
export function callers(baseUrl: string): Callers {
  const nobody = createClient({ baseUrl });
  const machine = createClient({ baseUrl, headers: bearer(machineToken) });
  const signedIn = new Map<string, Promise<Client>>();
  const signIn = async ({ email }: Known): Promise<Client> => {
    const call = createClient({ baseUrl, fetch: keepCookies() });
    await call(endpoints.signIn, { body: { email, password } });
    return call;
  };
  return {
    nobody,
    machine,
    as: (person) => {
      const client = signedIn.get(person.email) ?? signIn(person);
      signedIn.set(person.email, client);
      return client;
    },
    launched: async (overrides) => {
      const { code, section, identity } = await machine(endpoints.reportLaunch, { body: launch(overrides) });
      const { token } = await nobody(endpoints.openLaunch, { body: { code } });
      return { call: createClient({ baseUrl, headers: bearer(token) }), token, section, identity };
    },
  };
}
