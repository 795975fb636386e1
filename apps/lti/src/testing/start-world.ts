import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { overheardLog, secret } from '@journeybook/database/overhear';
import { addressAs, createTestDatabase, freePort } from '@journeybook/database/testing';
import { demoWorld, type LmsSimulator, startLmsSimulator } from '@journeybook/lms-simulator';
import type { Config } from '../config.js';
import { type RunningServer, startServer } from '../start-server.js';
import { ordinaryLimits, type RequestLimits } from '../request-limits.js';
import { ordinaryPace, type Pace } from '../turns/pace.js';
import { type FakeRecordApi, startFakeRecordApi, testMachineToken } from './fake-record-api.js';
import { type FrontOptions, startFront } from './front.js';

/** The tool, a learning platform and an API, each on its own port, and a database of its own. */
export interface World {
  /** The tool's server that runs now. */
  readonly lti: RunningServer;
  readonly simulator: LmsSimulator;
  readonly api: FakeRecordApi;
  readonly collegeId: string;
  readonly config: Config;
  /** Where its owner reaches the database. */
  readonly databaseUrl: string;
  /** Ends the tool's server and starts another one at the same address. */
  restartTool(): Promise<void>;
  /** Ends the tool's server, for one that runs as a process of its own. */
  stopTool(): Promise<void>;
  close(): Promise<void>;
}

export type Profile = 'moodle' | 'canvas';

/** Where a demo course and its activity are, and who is in it. */
export const places = {
  moodle: { courseId: '2', resourceLinkId: '1', title: 'Blueprint Reading' },
  canvas: {
    courseId: '565',
    resourceLinkId: '7b3f1c52-3f5a-4d0f-9c6b-2e4d8a1b7c90',
    title: 'Quality Assurance and Continuous Improvement',
  },
} as const;

export interface WorldOptions extends FrontOptions {
  /** The platform's host name; `localhost` makes it another site than the tool, as in real life. */
  readonly platformHost?: string;
  /** Where browsers reach the tool; straight at its port unless set. */
  readonly publicUrl?: string;
  /** The clock by which the tool's keys take turns. */
  readonly now?: () => Date;
  /** How platforms are asked, where it differs from the ordinary pace. */
  readonly pace?: Partial<Pace>;
  /** How much of one address is answered, where it differs from the ordinary. */
  readonly limits?: RequestLimits;
  readonly trustedProxies?: string;
  /** Custom parameters of the registration beside the demo's. */
  readonly custom?: Readonly<Record<string, string>>;
}

/** When the run is overheard, everything that could be logged is. */
function logging(): Pick<Config, 'logLevel' | 'logFile'> {
  const logFile = overheardLog();
  const logLevel = process.env['TEST_LOG_LEVEL'] ?? (logFile === undefined ? 'silent' : 'trace');
  return { logLevel, ...(logFile === undefined ? {} : { logFile }) };
}

const limiting = ({ limits = ordinaryLimits, trustedProxies = '' }: WorldOptions) => ({ limits, trustedProxies });

/** Starts everything and registers the platform with the tool, active for one college. */
export async function startWorld(profile: Profile, options: WorldOptions = {}): Promise<World> {
  const [database, api, port, platformPort, frameDir] = await Promise.all([
    createTestDatabase(),
    startFakeRecordApi(),
    freePort(),
    freePort(),
    frame(),
  ]);
  const front = await startFront(port, options);
  const config: Config = {
    databaseUrl: addressAs(database.url, 'journeybook_lti'),
    port,
    host: '127.0.0.1',
    publicUrl: options.publicUrl ?? front?.url ?? `http://127.0.0.1:${port}`,
    apiUrl: api.url,
    machineToken: testMachineToken,
    encryptionKey: randomBytes(24).toString('hex'),
    allowLoopback: true,
    ...limiting(options),
    frameDir,
    ...logging(),
    pace: { ...ordinaryPace, ...options.pace },
  };
  secret(config.encryptionKey, 'encryption key');
  let lti = await startServer(config, options.now);
  const simulator = await startPlatform(profile, { ...options, tool: config.publicUrl, port: platformPort });
  const collegeId = randomUUID();
  await lti.parts.store.registrations.save({
    ...simulator.registration,
    tokenAudience: null,
    profile,
    name: `Lakeside ${profile}`,
    collegeId,
  });
  const stopTool = once(() => lti.close());
  const close = async () => {
    await simulator.close();
    await front?.close();
    await stopTool();
    await api.close();
    await database.drop();
    await rm(frameDir, { recursive: true });
  };
  const restartTool = async () => {
    await lti.close();
    lti = await startServer(config, options.now);
  };
  const parts = { simulator, api, collegeId, config, databaseUrl: database.url, restartTool, stopTool, close };
  return Object.defineProperty(parts, 'lti', { get: () => lti }) as typeof parts & { readonly lti: RunningServer };
}

/** Does it at the first call alone. */
function once(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => (done ??= act());
}

interface PlatformPlace extends WorldOptions {
  readonly tool: string;
  readonly port: number;
}

function startPlatform(profile: Profile, { tool, port, platformHost, custom }: PlatformPlace): Promise<LmsSimulator> {
  const demo = demoWorld[profile];
  return startLmsSimulator({
    profile,
    port,
    ...(platformHost ? { publicUrl: `http://${platformHost}:${port}` } : {}),
    world: { ...demo, toolCustom: { ...demo.toolCustom, ...custom } },
    toolLoginUrl: `${tool}/lti/login`,
    toolLaunchUrl: `${tool}/lti/launch`,
    toolJwksUrl: `${tool}/lti/jwks.json`,
  });
}

async function frame(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'journeybook-frame-'));
  await writeFile(
    path.join(folder, 'index.html'),
    '<!doctype html><html><head><title>Journeybook</title></head><body></body></html>',
  );
  return folder;
}
