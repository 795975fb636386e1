import { readFile, writeFile } from 'node:fs/promises';
import type { Broken } from './check-entries.js';

interface End {
  readonly sequence: number;
  readonly hash: string;
}

/**
 * The heads of all records as they were at an earlier check, kept in a file outside of the database. Without it nobody can tell a
 * record that was rewritten from its first changed entry to its head, all hashes anew.
 */
export class Anchor {
  private readonly now = new Map<string, End>();
  private readonly compared = new Set<string>();

  private constructor(private readonly before: ReadonlyMap<string, End>) {}

  /** No anchor: every comparison agrees. */
  static none(): Anchor {
    return new Anchor(new Map());
  }

  /** The anchor in the file; an empty one when there is no file yet. Throws when the file is something else. */
  static async read(file: string): Promise<Anchor> {
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    const lines = text.split('\n').filter((line) => line !== '');
    return new Anchor(new Map(lines.map((line) => readLine(file, line))));
  }

  /** Whether an entry where a record ended then still has the hash it had. */
  check(apprenticeship: string, { sequence, hash }: End): Broken | null {
    const then = this.before.get(apprenticeship);
    if (then?.sequence !== sequence) return null;
    this.compared.add(apprenticeship);
    return then.hash === hash ? null : { sequence, says: 'is another than at the check that the anchor is from' };
  }

  /** Keeps where a record ends now; wrong when it ended later at the check before. */
  end(apprenticeship: string, last: End | null): Broken | null {
    if (last) this.now.set(apprenticeship, { sequence: last.sequence, hash: last.hash });
    const then = this.before.get(apprenticeship);
    return !then || this.compared.has(apprenticeship)
      ? null
      : { sequence: then.sequence, says: 'was there at the check that the anchor is from, and is gone' };
  }

  /** Agreements of the anchor that are in the database no more. */
  missing(): readonly string[] {
    return [...this.before.keys()].filter((apprenticeship) => !this.now.has(apprenticeship));
  }

  /** Writes the heads of now. */
  async write(file: string): Promise<void> {
    const lines = [...this.now].map(
      ([apprenticeship, { sequence, hash }]) => `${apprenticeship} ${sequence} ${hash}\n`,
    );
    await writeFile(file, lines.join(''));
  }
}

function readLine(file: string, line: string): readonly [string, End] {
  const [, apprenticeship, sequence, hash] = /^([\da-f-]{36}) (\d+) ([\da-f]{64})$/.exec(line) ?? [];
  if (!apprenticeship || !sequence || !hash) throw new Error(`${file} is no anchor: "${line.slice(0, 80)}"`);
  return [apprenticeship, { sequence: Number(sequence), hash }];
}
