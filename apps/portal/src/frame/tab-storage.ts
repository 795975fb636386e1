import { launchSession } from '@journeybook/contracts';
import { z } from 'zod';
import { type Beginning, pickerOfLaunch } from './launch.js';
import type { Picker } from './picker/send-choice.js';

const { token, expiresAt, role, section } = launchSession.shape;
const session = z.object({ token, expiresAt, role, section: section.pick({ title: true }) });
const kept = z.object({
  beginning: z.union([z.object({ session }), z.object({ code: z.string().min(1) })]),
  picker: pickerOfLaunch.optional(),
  /** When what is kept is worth nothing any more, by the clock of this device. */
  until: z.number(),
});

/** What a page that is loaded again goes on with. */
export interface KeptOpening {
  readonly beginning: Beginning;
  readonly picker?: Picker | undefined;
}

const prefix = 'journeybook-opening:';
/** As long as the API takes a code that was not traded. */
const codeMs = 60_000;

/**
 * What this tab keeps of the openings of our page, each under its own name: frames of one tab, and one launch after another, share the
 * storage. It lives as long as the tab and is seen by this origin alone (ASVS 5.0, 14.3.3). `storage` throws where the browser keeps nothing
 * for a page, as in a frame of another site; then `read` says null, and nothing is kept.
 */
export function tabStorage(storage: () => Storage) {
  return {
    works: (): boolean => attempt(() => storage().length >= 0) ?? false,
    read: (name: string): KeptOpening | null =>
      attempt(() => kept.safeParse(JSON.parse(storage().getItem(prefix + name) ?? 'null')).data) ?? null,
    keep: (name: string, opening: KeptOpening): void =>
      void attempt(() => {
        sweep(storage());
        storage().setItem(prefix + name, JSON.stringify({ ...onlyNeeded(opening), until: endOf(opening.beginning) }));
      }),
    forget: (name: string): void => void attempt(() => storage().removeItem(prefix + name)),
  };
}
export type TabStorage = ReturnType<typeof tabStorage>;

const onlyNeeded = ({ beginning, picker }: KeptOpening): KeptOpening => ({
  beginning: 'session' in beginning ? { session: session.parse(beginning.session) } : beginning,
  picker,
});

const endOf = (beginning: Beginning): number =>
  'session' in beginning ? Date.parse(beginning.session.expiresAt) : Date.now() + codeMs;

/** Takes away what pages left behind that were closed or left. */
function sweep(storage: Storage): void {
  const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  for (const name of names.filter((one) => one.startsWith(prefix))) {
    const found = kept.safeParse(attempt(() => JSON.parse(storage.getItem(name) ?? 'null')));
    if (!found.success || found.data.until < Date.now()) storage.removeItem(name);
  }
}

/** What it gives; null when it throws. */
function attempt<Given>(act: () => Given): Given | null {
  try {
    return act();
  } catch {
    return null;
  }
}
