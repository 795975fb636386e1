import { spawn } from 'node:child_process';
import { projectEnvironment, root } from './project.mjs';

/**
 * Runs a program to its end. Its output goes to the terminal, or with `quiet` into the result; with `asks` it may read what is typed there.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, asks?: boolean, env?: Record<string, string | undefined>, cwd?: string, signal?: AbortSignal }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runCommand(command, args, { quiet = false, asks = false, env = {}, cwd = root, signal } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: projectEnvironment(env),
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : [asks ? 'inherit' : 'ignore', 'inherit', 'inherit'],
      // npm and the other programs of node_modules/.bin are scripts of the command interpreter there.
      shell: process.platform === 'win32',
    });
    const stop = () => child.kill('SIGTERM');
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      signal?.removeEventListener('abort', stop);
      resolve({ code: code ?? 1, output });
    });
  });
}
