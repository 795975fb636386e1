import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { embedJson } from './html.js';

/** The page of the portal's frame entry with the launch's one-time code in it. Throws when the portal was not built. */
export async function renderFramePage(
  frameDir: string,
  launch: { readonly code: string; readonly apiUrl: string },
): Promise<string> {
  const page = await readFile(path.join(frameDir, 'index.html'), 'utf8');
  // A function, because `$` in a replacement text has a meaning of its own.
  return page.replace(
    '</head>',
    () => `<script type="application/json" id="journeybook-launch">${embedJson(launch)}</script></head>`,
  );
}
