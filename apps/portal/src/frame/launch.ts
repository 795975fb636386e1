import { type Client, createClient, endpoints, type LaunchSession } from '@journeybook/contracts';
import { z } from 'zod';
import { isSignedOut } from '../api/query-client.js';

/** When the page is to choose what a new link is for. */
export const pickerOfLaunch = z.object({ ticket: z.string().min(1), answerUrl: z.url(), multiple: z.boolean() });

/** Where people came from, and what they know that place by. */
export const wayBack = z.object({ address: z.url({ protocol: /^https?$/ }), name: z.string().min(1) });
export type WayBack = z.output<typeof wayBack>;

const injected = z.object({
  apiUrl: z.string(),
  /** Left out of a page that was opened before and is loaded again. */
  code: z.string().min(1).optional(),
  /** Where this page is found when it is loaded again. */
  address: z.string().optional(),
  // A page opens without it.
  back: wayBack.optional().catch(undefined),
  picker: pickerOfLaunch.optional(),
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

/** What a page has to know of a session to go on with it: nobody's name. */
export type OpenSession = Pick<LaunchSession, 'token' | 'expiresAt' | 'role'> & {
  readonly section: Pick<LaunchSession['section'], 'title'>;
};

/** What a page begins with: the one-time code of its launch, or the session that it had before it was loaded again. */
export type Beginning = { readonly code: string } | { readonly session: OpenSession };

/** Renewed this long before it ends, so that a slow network does not cost the session. */
const renewBeforeMs = 120_000;
const shortestWaitMs = 5_000;

export interface LaunchKeeper {
  /** Calls the API as the person who launched. */
  readonly client: Client;
  readonly session: OpenSession;
  readonly stop: () => void;
}

export interface LaunchOptions {
  readonly beginning: Beginning;
  readonly apiUrl: string;
  /** Called with each bearer there is, the first and the renewed. */
  readonly onSession?: (session: OpenSession) => void;
  /** Called once when the bearer can no longer be renewed: the page has to be opened again. */
  readonly onEnded: () => void;
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * Trades the one-time code for a bearer, or goes on with the one there was, and renews it before it ends. Throws the API's problem when
 * the code is not taken (used already, too old). Whether a bearer of before still holds, the first call with it tells.
 */
export async function openLaunch(options: LaunchOptions): Promise<LaunchKeeper> {
  const { beginning, apiUrl, onSession, onEnded, fetch } = options;
  let token: string | null = null;
  const client = createClient({
    baseUrl: apiUrl.replace(/\/$/, ''),
    repeatsOnce: true,
    headers: () => (token === null ? {} : { authorization: `Bearer ${token}` }),
    ...(fetch ? { fetch } : {}),
  });
  const onBearer = (session: OpenSession) => {
    token = session.token;
    onSession?.(session);
  };
  const session =
    'code' in beginning ? await client(endpoints.openLaunch, { body: { code: beginning.code } }) : beginning.session;
  return { client, session, stop: keepAlive(client, session, { onBearer, onEnded }) };
}

interface Told {
  readonly onBearer: (session: OpenSession) => void;
  readonly onEnded: () => void;
}

/** Tells each bearer, the first and whatever it is renewed to, until it is stopped by what it answers. */
function keepAlive(client: Client, first: OpenSession, { onBearer, onEnded }: Told): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const keep = (session: OpenSession) => {
    if (stopped) return;
    onBearer(session);
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
      if (stopped) return;
      // Perhaps only the signal is away: as long as the bearer still holds, it is worth asking again.
      if (!isSignedOut(error) && Date.now() < ends) plan(ends);
      else onEnded();
    }
  };
  keep(first);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
