import { readFile, stat } from 'node:fs/promises';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** Whom PostgreSQL's processes run as; empty means: as ourselves. */
export type ServerUser =
  | { readonly uid: number; readonly gid: number }
  | { readonly uid?: never; readonly gid?: never };

/**
 * Decides whom PostgreSQL runs as. It refuses to run as root, so under root the owner of an existing data directory is
 * taken (it was made by somebody who did not start as root), else `postgres`, else `nobody`.
 */
export async function serverUser(dataDir: string): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return {};

  const existing = await stat(dataDir).catch(() => undefined);
  if (existing && existing.uid !== 0) return { uid: existing.uid, gid: existing.gid };

  const accounts = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const found = findAccount(accounts, 'postgres') ?? findAccount(accounts, 'nobody');
  if (found) return found;
  throw new EmbeddedPostgresError(
    'no-unprivileged-user',
    'PostgreSQL does not run as root and there is no user "postgres" or "nobody" here: start as an ordinary user, or set DATABASE_URL.',
  );
}

function findAccount(passwd: string, name: string): ServerUser | undefined {
  const fields = passwd
    .split('\n')
    .find((line) => line.startsWith(`${name}:`))
    ?.split(':');
  const [uid, gid] = [Number(fields?.[2]), Number(fields?.[3])];
  return Number.isInteger(uid) && Number.isInteger(gid) && uid !== 0 ? { uid, gid } : undefined;
}
