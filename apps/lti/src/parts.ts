import { type Client } from '@journeybook/contracts';
import { faultLine, type Jobs, type LtiStore, openJobs, openLtiStore } from '@journeybook/database/lti';
import { leavesUnprotected, unprotected } from '@journeybook/outgoing';
import { type Logger, pino } from 'pino';
import type { Config } from './config.js';
import { cookiePrefixOf } from './https.js';
import { createDoor } from './launch/create-door.js';
import type { AnswerTools } from './launch/deep-linking/answer-platform.js';
import { openFramePage } from './launch/frame-page.js';
import type { OpenedTools } from './launch/reload/opened.js';
import type { ReloadTools } from './launch/reload/reload.controller.js';
import type { PageTools } from './launch/show-page.js';
import { type KnownFramers, openKnownFramers } from './framing/known-framers.js';
import { createLtiEngine, type LtiEngine } from './ltijs/engine.js';
import type { NoticeTools } from './notices/notices.controller.js';
import type { RegisterTools } from './registration/register-platform.js';
import { createAccessTokens } from './services/access-tokens.js';
import type { ServiceTools } from './services/call-service.js';
import { createPlatformHttp } from './services/platform-http.js';
import { createPlatformKeys } from './services/platform-keys.js';
import { createRecordClient } from './services/record-client.js';
import { createSealer } from './services/seal.js';
import { quietLog } from './quiet-log.js';
import { loadToolKeys, type ToolKeys } from './services/tool-keys.js';
import { ordinaryPace, type Pace } from './turns/pace.js';

/** Everything the server is made of, put together once. */
export interface Parts extends ServiceTools {
  readonly config: Config;
  readonly log: Logger;
  readonly store: LtiStore;
  readonly jobs: Jobs;
  readonly record: Client;
  readonly toolKeys: ToolKeys;
  readonly engine: LtiEngine;
  readonly cookiePrefix: string;
  readonly knownFramers: KnownFramers;
  readonly answerTools: AnswerTools;
  readonly reloadTools: ReloadTools;
  readonly pace: Pace;
  readonly registerTools: RegisterTools & { readonly log: Logger };
  readonly noticeTools: NoticeTools;
  close(): Promise<void>;
}

/**
 * Connects to the database, loads the keys and puts the parts together. Throws when the database or the keys cannot be used. `now`
 * is the clock by which the tool's keys take turns.
 */
export async function createParts(config: Config, now?: () => Date): Promise<Parts> {
  const file = config.logFile === undefined ? [] : [pino.destination({ dest: config.logFile, sync: true })];
  const log = pino({ level: config.logLevel, base: { service: 'lti' }, ...quietLog }, ...file);
  if (leavesUnprotected(config.databaseUrl)) log.warn(unprotected);
  const store = await openLtiStore(config.databaseUrl);
  try {
    return await putTogether({ config, log, store }, now);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function putTogether(
  { config, log, store }: Pick<Parts, 'config' | 'log' | 'store'>,
  now?: () => Date,
): Promise<Parts> {
  const sealer = createSealer(config.encryptionKey, 'sealed texts');
  const toolKeys = await loadToolKeys(store, sealer, now);
  const jobs = await openJobs({
    url: config.databaseUrl,
    // Whoever works the jobs also looks after those whose worker was killed.
    supervise: true,
    onError: (error) => log.error({ error: faultLine(error) }, 'the job queue failed'),
  });
  const { pace = ordinaryPace } = config;
  const http = createPlatformHttp({ ...config, totalMilliseconds: pace.requestMilliseconds });
  const record = createRecordClient(config);
  const tokens = createAccessTokens(http, toolKeys);
  const knownFramers = openKnownFramers({ ...store, allowLoopback: config.allowLoopback });
  const platformKeys = createPlatformKeys(http);
  const cookiePrefix = cookiePrefixOf(config.publicUrl);
  const shared = { cookiePrefix, config, log, store, jobs, record, toolKeys, http, pace, tokens, knownFramers };
  const ticketSealer = createSealer(config.encryptionKey, 'deep-linking tickets');
  const launchUrl = `${config.publicUrl}/lti/launch`;
  const reloadTools = await openReloadTools(shared, config);
  const door = createDoor({
    ...shared,
    ...reloadTools,
    ...config,
    sealer,
    ticketSealer,
    platformKeys,
    launchUrl,
    answerUrl: `${config.publicUrl}/lti/picked`,
    loginUrl: `${config.publicUrl}/lti/login`,
  });
  const engine = await createLtiEngine(door, { cookieSecret: config.encryptionKey, publicUrl: config.publicUrl });
  const addresses = { publicUrl: config.publicUrl, iconUrl: `${config.apiUrl}/icon.svg` };
  const registerTools = { ...shared, addresses, allowLoopback: config.allowLoopback };
  return {
    ...shared,
    engine,
    answerTools: { ...shared, ticketSealer, launchUrl },
    reloadTools,
    registerTools,
    noticeTools: { store, platformKeys, log },
    close: () => closeAll(jobs, engine, store),
  };
}

async function closeAll(jobs: Jobs, engine: LtiEngine, store: LtiStore): Promise<void> {
  await jobs.stop();
  await engine.close();
  await store.close();
}

async function openReloadTools(
  { log, knownFramers }: PageTools,
  { publicUrl, apiUrl, frameDir, encryptionKey }: Config,
): Promise<ReloadTools & OpenedTools> {
  return {
    log,
    knownFramers,
    apiUrl,
    framePage: await openFramePage(frameDir),
    reloadUrl: `${publicUrl}/lti/opened`,
    reloadSealer: createSealer(encryptionKey, 'reloaded pages'),
  };
}
