import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { type SavedPlatform, savedPlatformSchema } from './saved-state.js';

const stateSchema = z.object({ moodle: savedPlatformSchema, canvas: savedPlatformSchema });

export type SavedState = Readonly<Record<'moodle' | 'canvas', SavedPlatform>>;

/** Reads what an earlier run saved; null when there is nothing. Throws with the file's name when it cannot be understood. */
export function readState(file: string): SavedState | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw fault;
  }
  try {
    return stateSchema.parse(JSON.parse(text));
  } catch {
    throw new Error(`${file} is not a saved state of the demo platform. Move it away to start afresh.`);
  }
}

/** Writes the whole state at once: a crash leaves the old file or the new one. Readable by its owner only, as it holds keys. */
export function writeState(file: string, state: SavedState): void {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.new`;
  writeFileSync(temporary, JSON.stringify(state), { mode: 0o600 });
  renameSync(temporary, file);
}
