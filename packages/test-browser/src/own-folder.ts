import { chmod, lstat, mkdir, mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/**
 * A folder of this name and user in the temporary folder, kept from run to run. The temporary folder is everybody's, so a name that
 * a stranger took is not used: then it is a new folder each time.
 */
export async function ownFolder(name: string): Promise<string> {
  const home = path.join(os.tmpdir(), `${name}-${process.getuid?.() ?? 'user'}`);
  await mkdir(home, { mode: 0o755 }).catch(() => undefined);
  const found = await lstat(home);
  const ours = process.getuid === undefined || (found.uid === process.getuid() && (found.mode & 0o022) === 0);
  if (found.isDirectory() && ours) return home;
  const fresh = await mkdtemp(`${home}-`);
  await chmod(fresh, 0o755);
  return fresh;
}
