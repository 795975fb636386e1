import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { embedJson } from './html.js';

export interface FramePage {
  /** The page with what it is told in it, and the nonce of its styles. Throws when the portal was never built. */
  render(told: OpenedLaunch | ReloadedPage, styleNonce: string): Promise<string>;
}

/** What a page is told that was opened before: nothing that is anybody's. */
export interface ReloadedPage {
  readonly apiUrl: string;
}

/** What the page of the portal's frame entry reads about its launch (`readLaunch` there). */
export interface OpenedLaunch extends ReloadedPage {
  readonly code: string;
  /** Where it is found when it is reloaded, since the launch itself opens nothing twice. */
  readonly address: string;
  /** Where people came from and what they know that place by; left out when the platform does not say, or names another's host. */
  readonly back?: { readonly address: string; readonly name: string };
  /** When it is to choose what a new link is for: what the choice is brought with, where to, and whether it may be several. */
  readonly picker?: { readonly ticket: string; readonly answerUrl: string; readonly multiple: boolean };
}

/**
 * The page of the portal's frame entry. Read at once, again when its file has changed, and kept: a build of the portal empties
 * the folder before it writes, and people go on launching meanwhile.
 */
export async function openFramePage(frameDir: string): Promise<FramePage> {
  const file = path.join(frameDir, 'index.html');
  let kept: Kept | null = await readPage(file).catch(() => null);
  return {
    async render(told, styleNonce) {
      kept = await readPage(file, kept).catch((error: unknown) => {
        if (kept) return kept;
        throw error;
      });
      // A function, because `$` in a replacement text has a meaning of its own.
      return kept.markup.replace(
        '</head>',
        () =>
          `<meta name="style-nonce" nonce="${styleNonce}"><script type="application/json" id="journeybook-launch">${embedJson(told)}</script></head>`,
      );
    },
  };
}

interface Kept {
  readonly markup: string;
  readonly changedAt: number;
}

async function readPage(file: string, kept: Kept | null = null): Promise<Kept> {
  const { mtimeMs: changedAt } = await stat(file);
  if (kept?.changedAt === changedAt) return kept;
  const markup = await readFile(file, 'utf8');
  if (!markup.includes('</html>')) throw new Error(`${file} is not written to its end.`);
  return { markup, changedAt };
}
