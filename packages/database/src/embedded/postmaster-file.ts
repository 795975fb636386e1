import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { systemCode } from './embedded-postgres-error.js';

export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** The file in which a running server writes its process id (line 1), port (line 4) and state (line 8). */
export function postmasterPath(dataDir: string): string {
  return path.join(dataDir, 'postmaster.pid');
}

/** Reads postmaster.pid; nothing when there is none or it is not complete yet. */
export async function readPostmasterFile(dataDir: string): Promise<PostmasterFile | undefined> {
  let lines: string[];
  try {
    lines = (await readFile(postmasterPath(dataDir), 'utf8')).split('\n');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready' };
}
