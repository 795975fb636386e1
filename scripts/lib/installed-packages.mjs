import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const markerName = '.journeybook-lock';

/**
 * Whether node_modules holds what package-lock.json asks for: told by a marker with the lock's hash, or, after an installation by
 * hand, by npm's own list of what it installed.
 * @param {string} folder the project's folder
 */
export async function isInstalled(folder) {
  const lock = await readFile(path.join(folder, 'package-lock.json'), 'utf8');
  const marker = await readFile(path.join(folder, 'node_modules', markerName), 'utf8').catch(() => '');
  const list = await readFile(path.join(folder, 'node_modules', '.package-lock.json'), 'utf8').catch(() => '');
  // An interrupted installation leaves no list.
  if (list === '') return false;
  return marker.trim() === hashOf(lock) || matches(JSON.parse(lock), JSON.parse(list));
}

/** @param {string} folder the project's folder */
export async function markInstalled(folder) {
  const lock = await readFile(path.join(folder, 'package-lock.json'), 'utf8');
  await writeFile(path.join(folder, 'node_modules', markerName), `${hashOf(lock)}\n`);
}

function hashOf(text) {
  return createHash('sha256').update(text).digest('hex');
}

/** Packages for other platforms are marked optional in the lock and may be missing. */
export function matches(lock, list) {
  return Object.entries(lock.packages ?? {}).every(([where, wanted]) => {
    if (!where.includes('node_modules/') || wanted.link || wanted.optional || wanted.devOptional) return true;
    return list.packages?.[where]?.version === wanted.version;
  });
}
