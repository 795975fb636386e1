import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { systemCode } from './embedded-postgres-error.js';

const pollMilliseconds = 10;

/** Whether a process of that id exists, ours or another user's. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

/**
 * Whether the process is a PostgreSQL that serves this data directory, judged by its command line: after a crash the id in
 * postmaster.pid may belong to any other program, and a process that ended but was not collected has no command line.
 */
export async function isServerOf(dataDir: string, pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform === 'win32') return true;
  if (process.platform !== 'linux') return commandLine(pid).includes(`-D ${dataDir} `);
  const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
  return words[words.indexOf('-D') + 1] === dataDir;
}

function commandLine(pid: number): string {
  return `${spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout.trim()} `;
}

/**
 * Asks a server to end (fast shutdown: open transactions are rolled back, everything is written) and waits until it has; after
 * 30 seconds it is told to drop everything at once, which costs no committed row, only a recovery at the next start.
 */
export async function stopServer(dataDir: string, pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  if (await hasEnded(dataDir, pid, 30_000)) return;
  signal(pid, 'SIGQUIT');
  await hasEnded(dataDir, pid, 10_000);
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (systemCode(error) !== 'ESRCH') throw error;
  }
}

async function hasEnded(dataDir: string, pid: number, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (Date.now() < deadline) {
    // Its file goes a moment before it does; and a container's first process may never collect one that has ended.
    if (!(await isServerOf(dataDir, pid))) return true;
    await pause(pollMilliseconds);
  }
  return false;
}
