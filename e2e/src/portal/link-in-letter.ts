import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { inject } from 'vitest';

/** The link in the letter that was sent to the address last. */
export async function linkTo(email: string, page: 'welcome' | 'reset' | 'mentor'): Promise<string> {
  const link = new RegExp(`http://\\S+/${page}#\\S+`);
  const letter = await letterTo(email, link);
  return link.exec(letter)?.[0] ?? '';
}

/** The last letter to the address in which this is said; waits for it. */
export async function letterTo(email: string, said: RegExp): Promise<string> {
  const folder = inject('mailFolder');
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.txt')).toSorted();
    const letters = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
    const letter = letters.findLast((text) => text.startsWith(`To: ${email}\n`) && said.test(text));
    if (letter) return letter;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`no letter to ${email}`);
}
