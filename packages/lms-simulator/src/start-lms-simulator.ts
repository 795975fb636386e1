import express from 'express';
import type { JWK } from 'jose';
import { createControl, type SimulatorControl } from './control/simulator-control.js';
import { listen } from './http/listen.js';
import { createPlatform, type Platform } from './platform/platform.js';
import { platformRouter } from './platform/platform-router.js';
import type { LmsProfile, LmsWorld } from './world/world.js';

export interface LmsSimulatorOptions {
  readonly profile: LmsProfile;
  readonly world: LmsWorld;
  readonly toolLoginUrl: string;
  /** The registered redirect addresses; launches go to the first. */
  readonly toolLaunchUrl: string | readonly string[];
  readonly toolJwksUrl: string;
  /** 0, the default, takes a free port. */
  readonly port?: number;
  readonly host?: string;
  /** The address the tool and the browser use; it may have a path. */
  readonly publicUrl?: string;
  /** The `iss`, when it is not the public address; real Canvas shares one among all colleges. */
  readonly issuer?: string;
  readonly clientId?: string;
  readonly deploymentId?: string;
  readonly clock?: () => Date;
  /** Private signing keys of an earlier run, as JWKs. */
  readonly keySeed?: readonly JWK[];
  /** Whether the tool was registered for deep linking; true when left out. */
  readonly offersDeepLinking?: boolean;
}

/** What an administrator copies from the platform into the tool. */
export interface LmsRegistration {
  readonly issuer: string;
  readonly clientId: string;
  readonly deploymentId: string;
  readonly authUrl: string;
  readonly tokenUrl: string;
  readonly jwksUrl: string;
}

export interface LmsSimulator {
  readonly profile: LmsProfile;
  readonly url: string;
  /** Where the server really listens; differs from `url` when a public address was given. */
  readonly localUrl: string;
  readonly issuer: string;
  readonly registration: LmsRegistration;
  readonly control: SimulatorControl;
  close(): Promise<void>;
}

/** The registration of a platform, as its administration page would show it. */
export function registrationOf({ issuer, clientId, deploymentId, urls }: Platform): LmsRegistration {
  const { auth, token, jwks } = urls;
  return { issuer, clientId, deploymentId, authUrl: auth, tokenUrl: token, jwksUrl: jwks };
}

/** Starts one platform on a server of its own; resolves when it answers. Rejects when the port is taken. */
export async function startLmsSimulator(options: LmsSimulatorOptions): Promise<LmsSimulator> {
  const { profile, world, host = '127.0.0.1', toolLaunchUrl } = options;
  const server = await listen(options.port ?? 0, host);
  const baseUrl = (options.publicUrl ?? `http://${host}:${server.port}`).replace(/\/$/, '');
  const platform = await createPlatform({
    profile,
    world,
    baseUrl,
    tool: {
      loginUrl: options.toolLoginUrl,
      launchUrls: typeof toolLaunchUrl === 'string' ? [toolLaunchUrl] : toolLaunchUrl,
      jwksUrl: options.toolJwksUrl,
    },
    ...(options.issuer === undefined ? {} : { issuer: options.issuer }),
    ...(options.clientId === undefined ? {} : { clientId: options.clientId }),
    ...(options.deploymentId === undefined ? {} : { deploymentId: options.deploymentId }),
    ...(options.clock === undefined ? {} : { clock: options.clock }),
    ...(options.keySeed === undefined ? {} : { savedKeys: options.keySeed }),
    ...(options.offersDeepLinking === undefined ? {} : { offersDeepLinking: options.offersDeepLinking }),
  });
  const app = express().disable('x-powered-by');
  app.get('/health', (_req, res) => res.json({ status: 'ok' }));
  app.use(new URL(`${baseUrl}/`).pathname, platformRouter(platform));
  server.answerWith(app);
  return {
    profile,
    url: baseUrl,
    localUrl: `http://${host}:${server.port}${new URL(baseUrl).pathname.replace(/\/$/, '')}`,
    issuer: platform.issuer,
    get registration() {
      return registrationOf(platform);
    },
    control: createControl(platform),
    close: () => server.close(),
  };
}
