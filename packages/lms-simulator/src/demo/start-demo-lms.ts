import { join } from 'node:path';
import express from 'express';
import { createControl, type SimulatorControl } from '../control/simulator-control.js';
import { listen } from '../http/listen.js';
import { createPlatform, type Platform, type ToolAddresses } from '../platform/platform.js';
import { platformRouter } from '../platform/platform-router.js';
import { restorePlatform, savedKeys, savePlatform } from '../saved/saved-state.js';
import { readState, type SavedState, writeState } from '../saved/state-file.js';
import type { LmsProfile } from '../world/world.js';
import { landingPage } from './landing-page.js';
import { demoBaseUrl, demoRegistrations, type DemoRegistration } from './registrations.js';
import { demoWorld } from './world.js';

export interface DemoLmsOptions {
  /** 0 takes a free port. */
  readonly port: number;
  readonly host?: string;
  /** `http://localhost:<port>` when left out. */
  readonly publicUrl?: string;
  /** The tool's public address; its paths are `/lti/login`, `/lti/launch` and `/lti/jwks.json`. */
  readonly toolUrl: string;
  /** Where `lms.json` keeps grades and keys over a restart; nothing is kept when left out. */
  readonly dataDir?: string;
}

export interface DemoLms {
  readonly url: string;
  readonly registrations: Readonly<Record<LmsProfile, DemoRegistration>>;
  readonly control: Readonly<Record<LmsProfile, SimulatorControl>>;
  close(): Promise<void>;
}

function toolAt(url: string): ToolAddresses {
  const base = url.replace(/\/$/, '');
  return { loginUrl: `${base}/lti/login`, launchUrls: [`${base}/lti/launch`], jwksUrl: `${base}/lti/jwks.json` };
}

async function openPlatform(
  profile: LmsProfile,
  { publicUrl, toolUrl }: { publicUrl: string; toolUrl: string },
  saved: SavedState | null,
): Promise<Platform> {
  const platform = await createPlatform({
    profile,
    baseUrl: demoBaseUrl(publicUrl, profile),
    tool: toolAt(toolUrl),
    world: demoWorld[profile],
    savedKeys: savedKeys(saved?.[profile]),
  });
  if (saved) restorePlatform(platform, saved[profile]);
  return platform;
}

function keepState(file: string, { moodle, canvas }: Readonly<Record<LmsProfile, Platform>>): void {
  const save = () => writeState(file, { moodle: savePlatform(moodle), canvas: savePlatform(canvas) });
  save();
  moodle.onChange(save);
  canvas.onChange(save);
}

/** Starts the college of the demo: one server with a front page, a Moodle under `/moodle` and a Canvas under `/canvas`. */
export async function startDemoLms(options: DemoLmsOptions): Promise<DemoLms> {
  const file = options.dataDir === undefined ? null : join(options.dataDir, 'lms.json');
  const saved = file === null ? null : readState(file);
  const server = await listen(options.port, options.host ?? '127.0.0.1');
  const publicUrl = (options.publicUrl ?? `http://localhost:${server.port}`).replace(/\/$/, '');
  const addresses = { publicUrl, toolUrl: options.toolUrl };
  const [moodle, canvas] = await Promise.all([
    openPlatform('moodle', addresses, saved),
    openPlatform('canvas', addresses, saved),
  ]);
  if (file !== null) keepState(file, { moodle, canvas });

  const app = express().disable('x-powered-by');
  const mount = new URL(`${publicUrl}/`).pathname;
  app.get('/health', (_req, res) => res.json({ status: 'ok' }));
  app.get(mount, (_req, res) => res.type('html').send(landingPage([moodle, canvas])));
  app.use(`${mount}moodle`, platformRouter(moodle));
  app.use(`${mount}canvas`, platformRouter(canvas));
  server.answerWith(app);
  return {
    url: publicUrl,
    registrations: demoRegistrations(publicUrl),
    control: { moodle: createControl(moodle), canvas: createControl(canvas) },
    close: () => server.close(),
  };
}
