import { chmod, cp, lstat, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { systemCode } from './embedded-postgres-error.js';
import { linkLibraries } from './link-libraries.js';

/**
 * A complete copy of PostgreSQL's programs in the temporary folder, one per version and per owner, made once. It appears under
 * its name by a rename, so nobody sees half a copy.
 */
export async function copyBinaries(source: string, version: string): Promise<string> {
  const name = `journeybook-postgres-${version}-${process.getuid?.() ?? 'user'}`;
  const home = path.join(os.tmpdir(), name);
  if (await isOurs(home)) return path.join(home, 'native');

  const fresh = await mkdtemp(path.join(os.tmpdir(), `${name}-`));
  const native = path.join(fresh, 'native');
  await mkdir(native);
  await cp(source, native, { recursive: true, verbatimSymlinks: true });
  await linkLibraries(native);
  // mkdtemp makes 0700; the unprivileged user must get in.
  await chmod(fresh, 0o755);
  return path.join(await takeName(fresh, home), 'native');
}

async function takeName(fresh: string, home: string): Promise<string> {
  try {
    await rename(fresh, home);
    return home;
  } catch (error) {
    const code = systemCode(error);
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'EPERM' && code !== 'ENOTDIR') throw error;
    // Another start was quicker, or a stranger holds the name: then our own copy stays under its random one.
    if (!(await isOurs(home))) return fresh;
    await rm(fresh, { recursive: true, force: true });
    return home;
  }
}

/** The temporary folder is everybody's: only a real folder that we own and nobody else may write is run from. */
async function isOurs(home: string): Promise<boolean> {
  const found = await lstat(home).catch(() => undefined);
  if (!found?.isDirectory()) return false;
  return process.getuid === undefined || (found.uid === process.getuid() && (found.mode & 0o022) === 0);
}
