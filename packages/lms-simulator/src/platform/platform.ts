import { randomBytes } from 'node:crypto';
import type { JWK } from 'jose';
import { createGradebook, type Gradebook } from '../gradebook/gradebook.js';
import { copyWorld, type LiveWorld } from '../world/live-world.js';
import type { LmsProfile, LmsWorld } from '../world/world.js';
import { type AccessTokenStore, createAccessTokenStore } from './access-tokens.js';
import { createFaultQueue, type FaultQueue } from './fault.js';
import { createKeyRing, type KeyRing } from './key-ring.js';
import { createRequestLog, type RequestLog } from './request-log.js';
import { defaultScopes } from './scopes.js';
import { createSessionStore, type PendingLaunch, type SessionStore } from './sessions.js';
import { type PlatformUrls, platformUrls } from './urls.js';

/** Where the tool of this registration lives. */
export interface ToolAddresses {
  readonly loginUrl: string;
  /** The registered redirect addresses; the first one is the target of launches. */
  readonly launchUrls: readonly string[];
  readonly jwksUrl: string;
}

/** What one simulated platform is started with. */
export interface PlatformOptions {
  readonly profile: LmsProfile;
  /** Its public address, without a slash at the end. */
  readonly baseUrl: string;
  /** The `iss`; the base address when left out. Real Canvas uses one for all colleges. */
  readonly issuer?: string;
  readonly clientId?: string;
  readonly deploymentId?: string;
  readonly tool: ToolAddresses;
  readonly world: LmsWorld;
  readonly clock?: () => Date;
  /** Private JWKs of an earlier run. */
  readonly savedKeys?: readonly JWK[];
  /** Whether the tool was registered for deep linking; true when left out. */
  readonly offersDeepLinking?: boolean;
}

export interface RegisteredTool {
  clientId: string;
  tool: ToolAddresses;
  /** A tool that registered itself waits until the administrator activates it. */
  active: boolean;
  offersDeepLinking: boolean;
  /** Client ids whose invitation has been brought along. */
  readonly tried: Set<string>;
}

/** Where a tool wants its notices of one type. */
export interface NoticeHandler {
  readonly url: string;
  /** How many notices one delivery may bring; null without a limit. */
  readonly maxBatchSize: number | null;
}

/** One running platform: everything its pages and services share. */
export interface Platform {
  readonly profile: LmsProfile;
  readonly issuer: string;
  readonly deploymentId: string;
  readonly urls: PlatformUrls;
  /** The one tool of this platform; dynamic registration puts another in its place. */
  readonly registered: RegisteredTool;
  readonly clientId: string;
  readonly tool: ToolAddresses;
  readonly world: LiveWorld;
  readonly gradebook: Gradebook;
  readonly keys: KeyRing;
  readonly sessions: SessionStore;
  readonly tokens: AccessTokenStore;
  readonly faults: FaultQueue;
  readonly requests: RequestLog;
  /** Canvas keeps prepared launches by the verifier inside its hint, not in the browser's session. */
  readonly preparedLaunches: Map<string, PendingLaunch & { readonly personId: string }>;
  readonly hintSecret: Uint8Array;
  /** Canvas: where the tool wants its notices, by type. */
  readonly noticeHandlers: Map<string, NoticeHandler>;
  /** Nonces of deep linking answers that have been taken. */
  readonly usedNonces: Set<string>;
  /** Moodle keeps the tool's keys until a signature fails. */
  readonly toolKeys: { cached: readonly JWK[] | null };
  readonly settings: {
    scopes: readonly string[];
    clockSkewSeconds: number;
    concludedStatus: 404 | 422;
    typedGradesMakeRows: boolean;
  };
  now(): Date;
  /** Called after anything a restart has to remember. */
  changed(): void;
  onChange(listener: () => void): void;
}

/** Which rows of Canvas's results a typed grade touches; an older Canvas makes none for it. */
export function rowsOfTypedGrades({ profile, settings }: Platform): 'none' | 'kept' | 'made' {
  if (profile !== 'canvas') return 'none';
  return settings.typedGradesMakeRows ? 'made' : 'kept';
}

/** The registration that the demo and, unless told otherwise, every test uses. */
export const demoIdentity = {
  moodle: { clientId: 'jbMoodleDemo01', deploymentId: '1' },
  canvas: { clientId: '241560000000000117', deploymentId: '8731:3a39eee0288451e31cffb9accb3791ac8e50edd4' },
} as const satisfies Record<LmsProfile, { clientId: string; deploymentId: string }>;

export async function createPlatform(options: PlatformOptions): Promise<Platform> {
  const { profile, baseUrl, clock = () => new Date() } = options;
  const settings: Platform['settings'] = {
    scopes: defaultScopes[profile],
    clockSkewSeconds: 0,
    concludedStatus: 404,
    typedGradesMakeRows: true,
  };
  const now = () => new Date(clock().getTime() + settings.clockSkewSeconds * 1000);
  const world = copyWorld(options.world);
  const deploymentId = options.deploymentId ?? demoIdentity[profile].deploymentId;
  const listeners: (() => void)[] = [];
  const clientId = options.clientId ?? demoIdentity[profile].clientId;
  const { tool, offersDeepLinking = true } = options;
  const registered: RegisteredTool = { clientId, tool, active: true, offersDeepLinking, tried: new Set() };
  return {
    profile,
    issuer: options.issuer ?? baseUrl,
    deploymentId,
    urls: platformUrls(profile, baseUrl, deploymentId),
    registered,
    get clientId() {
      return registered.clientId;
    },
    get tool() {
      return registered.tool;
    },
    world,
    gradebook: createGradebook(world.courses),
    keys: await createKeyRing(profile, now, options.savedKeys),
    sessions: createSessionStore(),
    tokens: createAccessTokenStore(),
    faults: createFaultQueue(),
    requests: createRequestLog(),
    preparedLaunches: new Map(),
    hintSecret: randomBytes(32),
    usedNonces: new Set(),
    noticeHandlers: new Map(),
    toolKeys: { cached: null },
    settings,
    now,
    changed: () => {
      for (const listener of listeners) listener();
    },
    onChange: (listener) => listeners.push(listener),
  };
}
