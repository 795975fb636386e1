import { randomBytes } from 'node:crypto';
import type { Client, ReportLaunchBody, ReportPickerBody } from '@journeybook/contracts';
import { createClient, endpoints } from '@journeybook/contracts';
import type { EventReader } from '@journeybook/database/testing';
import type { Services } from '../app.module.js';
import { sessionCookie, tokenHash } from '../http/admission.guard.js';
import { checkingTrail } from './check-trail.js';
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
  /** The person in the portal, with the cookie of a session of their own. */
  as(person: Known): Promise<Client>;
  /** Drops the session that `as` keeps, for a test at another time. */
  forget(person: Known): void;
  /** The `Cookie` header of a new session of theirs. */
  cookieOf(person: Known): Promise<string>;
  /** The person in the portal, signed in over HTTP with the password. */
  signedIn(person: Known): Promise<Client>;
  /** Reports a launch as the LTI tool and opens it as its page. */
  launched(launch?: Partial<ReportLaunchBody>): Promise<LaunchedPage>;
  /** Reports that an instructor adds a link, and opens the picker as its page. */
  picking(picker?: Partial<ReportPickerBody>): Promise<PickerPage>;
}

export interface PickerPage {
  readonly call: Client;
  readonly token: string;
  readonly picker: string;
}

export interface LaunchedPage {
  readonly call: Client;
  readonly token: string;
  readonly section: string;
  readonly identity: string;
}

export const bearer = (token: string) => () => ({ authorization: `Bearer ${token}` });

/** The callers of the API at this address; each of their calls is held against the trail. */
export function callers(
  baseUrl: string,
  { database, clock }: Pick<Services, 'database' | 'clock'>,
  events: EventReader,
): Callers {
  const checked = (fetch = globalThis.fetch) => checkingTrail(fetch, events);
  const nobody = createClient({ baseUrl, fetch: checked() });
  const machine = createClient({ baseUrl, headers: bearer(machineToken), fetch: checked() });
  const clients = new Map<string, Promise<Client>>();
  // Deriving a password's key is slow on purpose; most tests are not about that.
  const openSession = async ({ id }: Known): Promise<string> => {
    const token = randomBytes(32).toString('base64url');
    const session = { tokenHash: tokenHash(token), person: id, at: clock.now(), expiresAt: clock.in(12 * 60) };
    await database.read.sessions.add(session);
    return token;
  };
  const withSession = async (person: Known): Promise<Client> =>
    createClient({ baseUrl, fetch: checked(keepCookies({ [sessionCookie]: await openSession(person) })) });
  return {
    nobody,
    machine,
    as: (person) => {
      const client = clients.get(person.id) ?? withSession(person);
      clients.set(person.id, client);
      return client;
    },
    forget: (person) => void clients.delete(person.id),
    cookieOf: async (person) => `${sessionCookie}=${await openSession(person)}`,
    signedIn: async ({ email }) => {
      const call = createClient({ baseUrl, fetch: checked(keepCookies()) });
      await call(endpoints.signIn, { body: { email, password } });
      return call;
    },
    launched: async (overrides) => {
      const { code, section, identity } = await machine(endpoints.reportLaunch, { body: launch(overrides) });
      const { token } = await nobody(endpoints.openLaunch, { body: { code } });
      return { call: createClient({ baseUrl, headers: bearer(token), fetch: checked() }), token, section, identity };
    },
    picking: async (overrides) => {
      const { role: _role, ...body } = launch();
      const { code, picker } = await machine(endpoints.reportPicker, { body: { ...body, ...overrides } });
      const { token } = await nobody(endpoints.openLaunch, { body: { code } });
      return { call: createClient({ baseUrl, headers: bearer(token), fetch: checked() }), token, picker };
    },
  };
}
