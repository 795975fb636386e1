import { z } from 'zod';
import { type Beginning, type InjectedLaunch, type OpenSession, type WayBack, wayBack } from './launch.js';
import type { Picker } from './picker/send-choice.js';
import { type TabStorage, tabStorage } from './tab-storage.js';

/** One opening of the page: by a launch, and each time it is loaded again afterwards. */
export interface Opening {
  readonly apiUrl: string;
  /** Null when there is nothing to go on with: the page says so. */
  readonly beginning: Beginning | null;
  readonly picker?: Picker | undefined;
  /** Whether it chooses what a new link is for, also when nothing else of it is left. */
  readonly chooses: boolean;
  readonly back: WayBack | null;
  /** What of the page was opened when it was loaded again; null for what it begins with. */
  readonly shown: string | null;
  /** Has the page open with that when it is loaded again. */
  readonly keepShown: (shown: string | null) => void;
  /** Whether this browser keeps anything for the page when it is loaded again. */
  readonly isKept: boolean;
  /** Keeps the session for when the page is loaded again. */
  readonly keep: (session: OpenSession) => void;
  /** Takes away what was kept: the session has ended, or the choice was made. */
  readonly forget: () => void;
}

/** What of a tab makes a page outlive being loaded again. */
export interface Tab {
  readonly history: Pick<History, 'state' | 'replaceState'>;
  /** The name of the opening, behind the `#` of the address. */
  readonly name: () => string;
  readonly storage: TabStorage;
}

const thisTab = (): Tab => ({
  history: window.history,
  name: () => window.location.hash.slice(1),
  storage: tabStorage(() => window.sessionStorage),
});

/** What the entry of the page in the tab's history says, also where the browser keeps nothing else. */
const entry = z.object({
  back: wayBack.nullable(),
  chooses: z.boolean(),
  shown: z.string().nullable().default(null),
});

/** Enters the page as the server has sent it: opened by a launch, or loaded again. Null when it was neither. */
export function enterPage(launch: InjectedLaunch | null, tab: Tab = thisTab()): Opening | null {
  if (!launch) return null;
  const { apiUrl, code, address } = launch;
  return code === undefined ? comeAgain(apiUrl, tab) : open({ ...launch, code }, moveTo(address, launch, tab), tab);
}

function open(launch: InjectedLaunch & { readonly code: string }, isKept: boolean, tab: Tab): Opening {
  const { apiUrl, code, back, picker } = launch;
  const beginning = { code };
  if (isKept) tab.storage.keep(tab.name(), { beginning, picker });
  return {
    apiUrl,
    beginning,
    picker,
    chooses: picker !== undefined,
    back: back ?? null,
    shown: null,
    ...keeping(isKept, picker, tab),
  };
}

function comeAgain(apiUrl: string, tab: Tab): Opening {
  const kept = tab.storage.read(tab.name());
  const said = entry.safeParse(tab.history.state).data ?? { back: null, chooses: false, shown: null };
  const { beginning = null, picker } = kept ?? {};
  return { apiUrl, beginning, picker, ...said, ...keeping(tab.storage.works(), picker, tab) };
}

function keeping(isKept: boolean, picker: Picker | undefined, { storage, name, history }: Tab) {
  const ours = name();
  return {
    isKept,
    keep: (session: OpenSession) => {
      if (isKept) storage.keep(ours, { beginning: { session }, picker });
    },
    forget: () => storage.forget(ours),
    keepShown: (shown: string | null) => {
      const said = entry.safeParse(history.state).data;
      if (said) history.replaceState({ ...said, shown }, '');
    },
  };
}

/**
 * Puts the address at which the page opens nothing into the place of the launch's, which a browser that loads the page again would post
 * once more. Answers whether anything is kept under it; a browser that lets the page not do this loses nothing it had.
 */
function moveTo(address: string | undefined, { back, picker }: InjectedLaunch, { history, storage }: Tab): boolean {
  if (address === undefined) return false;
  try {
    history.replaceState({ back: back ?? null, chooses: picker !== undefined }, '', address);
    return storage.works();
  } catch {
    return false;
  }
}
