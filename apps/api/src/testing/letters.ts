import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** The letters in a mail folder to this address, whatever its capitals, the oldest first. */
export async function lettersTo(folder: string, address: string): Promise<readonly string[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.txt'));
  const letters = await Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name);
      return { text: await readFile(file, 'utf8'), at: (await stat(file, { bigint: true })).mtimeNs };
    }),
  );
  return letters
    .filter(({ text }) => text.toLowerCase().startsWith(`to: ${address.toLowerCase()}\n`))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ text }) => text);
}

/** The secret in the link of a letter. */
export function tokenIn(letter: string | undefined): string {
  const token = /#([\w-]+)/.exec(letter ?? '')?.[1];
  if (!token) throw new Error(`no link in: ${letter}`);
  return token;
}
