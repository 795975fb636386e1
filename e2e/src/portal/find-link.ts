import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { inject } from 'vitest';

/** The link to this page of the portal in the letter that was sent to the address last; waits for it. */
export async function findLink(email: string, page: 'welcome' | 'reset' | 'mentor'): Promise<string> {
  const folder = inject('mailFolder');
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.txt')).toSorted();
    const letters = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
    const link = letters
      .filter((text) => text.startsWith(`To: ${email}\n`))
      .map((text) => new RegExp(`http://\\S+/${page}#\\S+`).exec(text)?.[0])
      .findLast(Boolean);
    if (link) return link;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`no letter to ${email}`);
}
