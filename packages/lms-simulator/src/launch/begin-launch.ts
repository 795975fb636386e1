import { randomInt, randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import type { Platform } from '../platform/platform.js';
import type { LmsSession, PendingLaunch } from '../platform/sessions.js';
import { getCourse, getPerson, legacyUserId } from '../world/live-world.js';

const CANVAS_HINT_SECONDS = 300;

export type LaunchRequest = Omit<PendingLaunch, 'preparedAt'>;

/** Prepares a launch and returns the parameters of the third-party-initiated login. */
export function beginLaunch(
  platform: Platform,
  session: LmsSession,
  request: LaunchRequest,
): Promise<Record<string, string>> {
  const pending: PendingLaunch = { ...request, preparedAt: platform.now() };
  return platform.profile === 'moodle'
    ? Promise.resolve(beginMoodleLaunch(platform, session, pending))
    : beginCanvasLaunch(platform, session, pending);
}

// Moodle remembers the launch in the browser's session and forgets it when it is used.
function beginMoodleLaunch(platform: Platform, session: LmsSession, pending: PendingLaunch): Record<string, string> {
  const number = randomInt(1_000_000, 2_000_000_000);
  const launchid =
    pending.message === 'deep-linking'
      ? `ltilaunch_ContentItemSelectionRequest${number}`
      : `ltilaunch${pending.linkId}_${number}`;
  session.launches.set(launchid, pending);
  const link = getCourse(platform.world, pending.courseId).resourceLinks.find((l) => l.id === pending.linkId);
  const cmid = link ? { cmid: link.cmid ?? Number(link.id) + 3 } : {};
  return {
    iss: platform.issuer,
    target_link_uri: platform.tool.launchUrls[0] ?? '',
    login_hint: getPerson(platform.world, session.personId).sub,
    lti_message_hint: JSON.stringify({ ...cmid, launchid }),
    client_id: platform.clientId,
    lti_deployment_id: platform.deploymentId,
  };
}

async function beginCanvasLaunch(
  platform: Platform,
  session: LmsSession,
  pending: PendingLaunch,
): Promise<Record<string, string>> {
  const verifier = randomUUID().replaceAll('-', '');
  platform.preparedLaunches.set(verifier, { ...pending, personId: session.personId });
  const expiresAt = Math.floor(pending.preparedAt.getTime() / 1000) + CANVAS_HINT_SECONDS;
  const hint = await new SignJWT({ verifier, canvas_domain: new URL(platform.urls.base).host })
    .setProtectedHeader({ typ: 'JWT', alg: 'HS256' })
    .setExpirationTime(expiresAt)
    .sign(platform.hintSecret);
  return {
    iss: platform.issuer,
    login_hint: legacyUserId(getPerson(platform.world, session.personId)),
    client_id: platform.clientId,
    lti_deployment_id: platform.deploymentId,
    target_link_uri: platform.tool.launchUrls[0] ?? '',
    lti_message_hint: hint,
    canvas_environment: 'prod',
    canvas_region: 'us-east-1',
    lti_storage_target: 'post_message_forwarding',
  };
}

/** Takes the launch a Canvas hint stands for; undefined when it is forged, older than five minutes or used. */
export async function takeCanvasLaunch(platform: Platform, hint: string): Promise<PendingLaunch | undefined> {
  const verified = await jwtVerify(hint, platform.hintSecret, { currentDate: platform.now() }).catch(() => null);
  const verifier = verified?.payload['verifier'];
  if (typeof verifier !== 'string') return undefined;
  const launch = platform.preparedLaunches.get(verifier);
  platform.preparedLaunches.delete(verifier);
  return launch;
}

/** Takes the launch a Moodle hint names, once, from the session of the browser that brings it. */
export function takeMoodleLaunch(session: LmsSession, launchid: string): PendingLaunch | undefined {
  const launch = session.launches.get(launchid);
  session.launches.delete(launchid);
  return launch;
}
