import { readFile, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import { systemCode } from './embedded-postgres-error.js';

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * Makes the symbolic links that npm cannot pack, as the package's own install script would if scripts are allowed.
 * Several processes may do it at once. False when the folder cannot be written.
 */
export async function linkLibraries(folder: string): Promise<boolean> {
  for (const { source, target } of await listedLinks(folder)) {
    const link = path.join(folder, '..', target);
    if (await stat(link).catch(() => undefined)) continue;
    try {
      await symlink(path.relative(path.dirname(target), source), link);
    } catch (error) {
      const code = systemCode(error);
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false;
      if (code !== 'EEXIST') throw error;
    }
  }
  return true;
}

async function listedLinks(folder: string): Promise<readonly Link[]> {
  const list = await readFile(path.join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  return JSON.parse(list) as Link[];
}
