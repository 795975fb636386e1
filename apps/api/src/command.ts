import { z } from 'zod';
import { Clock } from './clock.js';
import type { MailSettings } from './config.js';
import { mailEnvironment } from './config.js';

const environment = z.object({
  DATABASE_URL: z.string('is not set').min(1, 'is not set'),
  VAULT_KEY: z.string().min(1).optional(),
  TIME_ZONE: z.string().default(() => Intl.DateTimeFormat().resolvedOptions().timeZone),
});

/** What stands on file of a command that changes somebody's account. */
export type CommandAction = 'npm run remove-second-factor';

/** What a command of whoever runs the installation works with. */
export interface CommandSettings {
  /** Where the owner of the database signs in. */
  readonly url: string;
  /** The keys of the vault, or the path of their file; undefined where none is given. */
  readonly vaultKeys: string | undefined;
  readonly clock: Clock;
}

function inOneLine<Read>(schema: z.ZodType<Read>, env: NodeJS.ProcessEnv): Read {
  const read = schema.safeParse(env);
  if (read.success) return read.data;
  throw new Error(read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`).join('\n'));
}

/** Reads what a command needs from the environment. Throws with one line that names the variable. */
export function readCommandSettings(env: NodeJS.ProcessEnv = process.env): CommandSettings {
  const { DATABASE_URL, VAULT_KEY, TIME_ZONE } = inOneLine(environment, env);
  return { url: DATABASE_URL, vaultKeys: VAULT_KEY, clock: new Clock(TIME_ZONE) };
}

/** What a command needs that sends a letter. Throws with a line for each variable that is wrong. */
export const readMailSettings = (env: NodeJS.ProcessEnv = process.env): MailSettings => inOneLine(mailEnvironment, env);

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
