import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { embedJson } from './html.js';

export interface FramePage {
  /** The page with the launch's one-time code in it, and the nonce of its styles. Throws when the portal was never built. */
  render(launch: OpenedLaunch, styleNonce: string): Promise<string>;
}

/** What the page of the portal's frame entry reads about its launch (`readLaunch` there). */
export interface OpenedLaunch {
  readonly code: string;
  readonly apiUrl: string;
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
    async render(launch, styleNonce) {
      kept = await readPage(file, kept).catch((error: unknown) => {
        if (kept) return kept;
        throw error;
      });
      // A function, because `$` in a replacement text has a meaning of its own.
      return kept.markup.replace(
        '</head>',
        () =>
          `<meta name="style-nonce" nonce="${styleNonce}"><script type="application/json" id="journeybook-launch">${embedJson(launch)}</script></head>`,
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
