import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { overheardEnvironment, overheardLog, overhearLog } from '@journeybook/database/overhear';
import { freePort } from '@journeybook/database/testing';
import { vi } from 'vitest';
import { testEnvironment } from './environment.js';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

export interface BuiltApi {
  readonly url: string;
  /** What it has written to its log so far. */
  log(): string;
  /** Ends the process at once, as a power cut would (SIGKILL). */
  kill(): Promise<void>;
}

/** Runs the built API (`npm run build` before) as a process of its own, and waits until it is ready. */
export async function runBuiltApi(databaseUrl: string, variables: Record<string, string> = {}): Promise<BuiltApi> {
  if (!existsSync(main)) throw new Error('dist/main.js is missing: run "npm run build" in apps/api first');
  const port = await freePort();
  const LOG_LEVEL = overheardLog() === undefined ? 'error' : 'trace';
  const env = {
    PATH: process.env['PATH'],
    ...overheardEnvironment(),
    ...testEnvironment(databaseUrl, { PORT: String(port), LOG_LEVEL, LOG_FILE: '', ...variables }),
  };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => output.push(String(text)));
  child.once('close', () => overhearLog(output.join('')));
  const url = `http://127.0.0.1:${port}`;
  await ready(url, child).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw new Error(`The API did not start:\n${output.join('')}`, { cause: error });
  });
  return {
    url,
    log: () => output.join(''),
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'close');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

const ready = (url: string, child: ChildProcess): Promise<void> =>
  vi.waitUntil(
    async () => {
      if (child.exitCode !== null) throw new Error(`exited with ${child.exitCode}`);
      const response = await fetch(`${url}/health`).catch(() => null);
      return response?.ok ?? false;
    },
    { timeout: 30_000, interval: 25 },
  ) as unknown as Promise<void>;
