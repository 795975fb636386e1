import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { overheardEnvironment, overhearLogs } from './overhear-product.js';
import { stopChild } from './stop-child.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const readyLine = 'Journeybook is ready';
const startTimeoutMs = 90_000;

export interface ProductSettings {
  readonly dataDir: string;
  readonly ports: { readonly api: number; readonly lti: number; readonly lms: number };
  readonly databaseUrl: string | undefined;
}

export interface ProductUrls {
  readonly portal: string;
  readonly tool: string;
  /** The front page of the demo college, with a Moodle and a Canvas. */
  readonly platform: string;
}

export interface Product {
  readonly urls: ProductUrls;
  stop(): Promise<void>;
}

/** Starts the whole product as `npm start` does, with its demo world, and waits until it says that it is ready. Rejects with what it said. */
export async function startProduct(settings: ProductSettings): Promise<Product> {
  const child = spawn(process.execPath, [path.join(root, 'scripts', 'start.mjs')], {
    cwd: root,
    env: environmentOf(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  overhearLogs(child);
  try {
    await untilReady(child);
  } catch (error) {
    await stopChild(child);
    throw error;
  }
  return { urls: urlsOf(settings), stop: () => stopChild(child) };
}

/** Where the product with these settings will be found. Portal and platform are another site than the tool, as in real life. */
export const urlsOf = ({ ports }: Pick<ProductSettings, 'ports'>): ProductUrls => ({
  portal: `http://localhost:${ports.api}`,
  tool: `http://127.0.0.1:${ports.lti}`,
  platform: `http://localhost:${ports.lms}`,
});

/** What a person set for a product of their own must not reach this one. */
function environmentOf({ dataDir, ports, databaseUrl }: ProductSettings): NodeJS.ProcessEnv {
  const {
    DATABASE_URL: _url,
    ACCESS_DATABASE_URL: _access,
    API_DATABASE_URL: _api,
    JOBS_DATABASE_URL: _jobs,
    LTI_DATABASE_URL: _lti,
    PUBLIC_URL: _portal,
    LTI_PUBLIC_URL: _tool,
    LMS_PUBLIC_URL: _platform,
    JOURNEYBOOK_START_LOCK: _lock,
    ...rest
  } = process.env;
  return {
    ...rest,
    ...overheardEnvironment,
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
    DATA_DIR: dataDir,
    HOST: '127.0.0.1',
    PORT: String(ports.api),
    LTI_PORT: String(ports.lti),
    LMS_PORT: String(ports.lms),
  };
}

async function untilReady(child: ChildProcess): Promise<void> {
  let said = '';
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        said += chunk;
        if (said.includes(readyLine)) resolve();
      });
  });
  const abandoned = new AbortController();
  const ended = once(child, 'close', { signal: abandoned.signal }).then(() => {
    throw new Error(`The product did not start. It said:\n${said}`);
  });
  const late = once(AbortSignal.timeout(startTimeoutMs), 'abort', { signal: abandoned.signal }).then(() => {
    throw new Error(`The product was not ready after ${startTimeoutMs / 1000} s. It said:\n${said}`);
  });
  try {
    await Promise.race([ready, ended, late]);
  } finally {
    abandoned.abort();
    await Promise.allSettled([ended, late]);
  }
}
