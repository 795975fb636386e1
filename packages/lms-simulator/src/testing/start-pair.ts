import { demoWorld } from '../demo/world.js';
import { type LmsSimulator, type LmsSimulatorOptions, startLmsSimulator } from '../start-lms-simulator.js';
import { makeSigningKeys } from '../platform/key-ring.js';
import type { LmsProfile } from '../world/world.js';
import { accessToken, startTinyTool, type TinyTool } from './tiny-tool.js';

/** A platform and a tool that know each other, and a way for the tool to call services. */
export interface Pair {
  readonly simulator: LmsSimulator;
  readonly tool: TinyTool;
  /** Calls a service with a bearer token for the given scopes. */
  call(scopes: readonly string[], url: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

const keys = { moodle: makeSigningKeys('moodle'), canvas: makeSigningKeys('canvas') };

export async function startPair(profile: LmsProfile, options: Partial<LmsSimulatorOptions> = {}): Promise<Pair> {
  const tool = await startTinyTool();
  const simulator = await startLmsSimulator({
    profile,
    world: demoWorld[profile],
    toolLoginUrl: tool.loginUrl,
    toolLaunchUrl: tool.launchUrl,
    toolJwksUrl: tool.jwksUrl,
    keySeed: await keys[profile],
    ...options,
  });
  tool.register(simulator.registration);
  return {
    simulator,
    tool,
    async call(scopes, url, init = {}) {
      const headers = new Headers(init.headers);
      const token = await accessToken(tool, scopes);
      headers.set('authorization', `Bearer ${token}`);
      return fetch(url, { ...init, headers });
    },
    async close() {
      await simulator.close();
      await tool.close();
    },
  };
}
