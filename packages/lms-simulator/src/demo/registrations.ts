import { demoIdentity } from '../platform/platform.js';
import { platformUrls } from '../platform/urls.js';
import type { LmsProfile } from '../world/world.js';
import type { LmsRegistration } from '../start-lms-simulator.js';

export const DEMO_COLLEGE = 'Lakeside Community College';

export interface DemoRegistration extends LmsRegistration {
  readonly profile: LmsProfile;
  readonly collegeName: string;
}

/** Where each platform of the demo lives under the server's public address. */
export function demoBaseUrl(lmsPublicUrl: string, profile: LmsProfile): string {
  return `${lmsPublicUrl.replace(/\/$/, '')}/${profile}`;
}

function registration(lmsPublicUrl: string, profile: LmsProfile): DemoRegistration {
  const base = demoBaseUrl(lmsPublicUrl, profile);
  const { clientId, deploymentId } = demoIdentity[profile];
  const { auth, token, jwks } = platformUrls(profile, base, deploymentId);
  return {
    profile,
    collegeName: DEMO_COLLEGE,
    issuer: base,
    clientId,
    deploymentId,
    authUrl: auth,
    tokenUrl: token,
    jwksUrl: jwks,
  };
}

/** The two registrations of the demo, known before it runs, so that the tool's seed can hold them. */
export function demoRegistrations(lmsPublicUrl: string): Readonly<Record<LmsProfile, DemoRegistration>> {
  return { moodle: registration(lmsPublicUrl, 'moodle'), canvas: registration(lmsPublicUrl, 'canvas') };
}
