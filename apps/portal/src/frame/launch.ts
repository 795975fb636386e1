import { type Client, createClient, endpoints, type LaunchSession } from '@journeybook/contracts';
import { z } from 'zod';
import { isSignedOut } from '../api/query-client.js';

const injected = z.object({
  code: z.string().min(1),
  apiUrl: z.string(),
  /** When the page is to choose what a new link is for. */
  picker: z.object({ ticket: z.string().min(1), answerUrl: z.url(), multiple: z.boolean() }).optional(),
});
export type InjectedLaunch = z.output<typeof injected>;

/** What the server wrote into the page for this launch; null when it is not a launch, or not written as agreed. */
export function readLaunch(page: Document = document): InjectedLaunch | null {
  try {
    const text = page.getElementById('journeybook-launch')?.textContent ?? 'null';
    return injected.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Renewed this long before it ends, so that a slow network does not cost the session. */
const renewBeforeMs = 120_000;
const shortestWaitMs = 5_000;

export interface LaunchKeeper {
  /** Calls the API as the person who launched. */
  readonly client: Client;
  readonly session: LaunchSession;
  readonly stop: () => void;
}

export interface LaunchOptions {
  readonly code: string;
  readonly apiUrl: string;
  /** Called once when the bearer can no longer be renewed: the page has to be opened again. */
  readonly onEnded: () => void;
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * Trades the one-time code for a bearer that stays in this page's memory, and renews it before it ends. Throws the API's
 * problem when the code is not taken (used already, too old).
 */
export async function openLaunch({ code, apiUrl, onEnded, fetch }: LaunchOptions): Promise<LaunchKeeper> {
  let token: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const client = createClient({
    baseUrl: apiUrl.replace(/\/$/, ''),
    repeatsOnce: true,
    headers: () => (token === null ? {} : { authorization: `Bearer ${token}` }),
    ...(fetch ? { fetch } : {}),
  });

  const keep = (session: LaunchSession) => {
    token = session.token;
    plan(Date.parse(session.expiresAt));
  };
  const plan = (ends: number) => {
    const wait = Math.max(shortestWaitMs, ends - Date.now() - renewBeforeMs);
    timer = setTimeout(() => void renew(ends), wait);
  };
  const renew = async (ends: number) => {
    try {
      keep(await client(endpoints.renewLaunch, {}));
    } catch (error) {
      // Perhaps only the signal is away: as long as the bearer still holds, it is worth asking again.
      if (!isSignedOut(error) && Date.now() < ends) plan(ends);
      else onEnded();
    }
  };

  const session = await client(endpoints.openLaunch, { body: { code } });
  keep(session);
  return { client, session, stop: () => clearTimeout(timer) };
}
