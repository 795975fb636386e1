import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { overheardEnvironment, overheardLog, overhearLog } from '@journeybook/database/overhear';
import { vi } from 'vitest';
import type { Config } from '../config.js';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

export interface BuiltTool {
  /** Ends the process at once, as a power cut would (SIGKILL). */
  kill(): Promise<void>;
}

/** Runs the built tool (`npm run build` before) as a process of its own with these settings, and waits until it is ready. */
export async function runBuiltTool(config: Config): Promise<BuiltTool> {
  if (!existsSync(main)) throw new Error('dist/main.js is missing: run "npm run build" in apps/lti first');
  const env = { PATH: process.env['PATH'], ...overheardEnvironment(), ...environmentOf(config) };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => output.push(String(text)));
  child.once('close', () => overhearLog(output.join('')));
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  const kill = async () => {
    if (isOver()) return;
    const ended = once(child, 'close');
    child.kill('SIGKILL');
    await ended;
  };
  const isReady = async () => {
    if (isOver()) throw new Error(`The tool did not start:\n${output.join('')}`);
    const answer = await fetch(`${config.publicUrl}/health`).catch(() => null);
    return answer?.ok ?? false;
  };
  await vi.waitUntil(isReady, { timeout: 30_000, interval: 25 });
  return { kill };
}

const environmentOf = (config: Config) => ({
  LTI_DATABASE_URL: config.databaseUrl,
  LTI_PORT: String(config.port),
  HOST: config.host,
  LTI_PUBLIC_URL: config.publicUrl,
  PUBLIC_URL: config.apiUrl,
  LTI_MACHINE_TOKEN: config.machineToken,
  LTI_ENCRYPTION_KEY: config.encryptionKey,
  LTI_ALLOW_LOOPBACK_PLATFORMS: String(config.allowLoopback),
  RATE_LIMIT_LAUNCHES: String(config.limits.launches),
  PORTAL_FRAME_DIR: config.frameDir,
  LOG_LEVEL: overheardLog() === undefined ? 'error' : 'trace',
});
