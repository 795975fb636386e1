import { z } from 'zod';
import { Clock } from './clock.js';

const environment = z.object({
  DATABASE_URL: z.string('is not set').min(1, 'is not set'),
  VAULT_KEY: z.string().min(1).optional(),
  TIME_ZONE: z.string().default(() => Intl.DateTimeFormat().resolvedOptions().timeZone),
});

/** What a command of whoever runs the installation works with. */
export interface CommandSettings {
  /** Where the owner of the database signs in. */
  readonly url: string;
  /** The keys of the vault, or the path of their file; undefined where none is given. */
  readonly vaultKeys: string | undefined;
  readonly clock: Clock;
}

/** Reads what a command needs from the environment. Throws with one line that names the variable. */
export function readCommandSettings(env: NodeJS.ProcessEnv = process.env): CommandSettings {
  const read = environment.safeParse(env);
  if (!read.success)
    throw new Error(read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`).join('\n'));
  const { DATABASE_URL, VAULT_KEY, TIME_ZONE } = read.data;
  return { url: DATABASE_URL, vaultKeys: VAULT_KEY, clock: new Clock(TIME_ZONE) };
}

/** The keys of the vault, for a command that cannot do without. Throws when they are not given. */
export function vaultKeysOf({ vaultKeys }: CommandSettings): string {
  if (!vaultKeys) throw new Error('VAULT_KEY is not set.');
  return vaultKeys;
}

/** Runs a command: what is wrong is one line, and the process ends with 1. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
