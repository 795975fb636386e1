import type { Request, Response } from 'express';
import { buildClaims } from '../claims/build-claims.js';
import type { Launch } from '../claims/launch.js';
import { currentSession } from '../http/cookies.js';
import { html } from '../html/html.js';
import { postFormPage } from '../html/post-form-page.js';
import type { Platform } from '../platform/platform.js';
import type { LmsSession, PendingLaunch } from '../platform/sessions.js';
import { signIdToken } from '../platform/sign-id-token.js';
import { findEnrolment, findLink, getCourse, getPerson } from '../world/live-world.js';
import { type AuthOutcome, authParameters, type AuthRequest, parseAuthRequest } from './auth-request.js';
import { authorizeCanvas } from './authorize-canvas.js';
import { authorizeMoodle } from './authorize-moodle.js';
import { signDeepLinkData } from './deep-link-data.js';

/** The authorization endpoint: answers with a page that posts the id_token, or the error, to the tool. */
export async function authorize(platform: Platform, req: Request, res: Response): Promise<void> {
  const params = authParameters(req);
  const session = currentSession(platform, req);
  if (!session && !params.has('repost')) {
    // The cookie stays at home when the tool's site sends the browser back inside a frame. A form
    // that our own site posts to itself brings it along; Moodle does the same.
    params.set('repost', '1');
    const form = { id: 'repost', action: platform.urls.auth, fields: Object.fromEntries(params) };
    res.type('html').send(postFormPage(form).markup);
    return;
  }
  const request = parseAuthRequest(params);
  const outcome = await decide(platform, session, request);
  if (outcome.kind === 'page') {
    res.status(400).type('html').send(errorPage(outcome.text));
    return;
  }
  const state = request.state === undefined ? {} : { state: request.state };
  const fields =
    outcome.kind === 'error' ? errorFields(outcome) : await tokenFields(platform, outcome.launch, { session, request });
  const id = platform.profile === 'moodle' ? 'ltiAuthForm' : 'redirect_form';
  res
    .type('html')
    .send(postFormPage({ id, action: request.redirectUri ?? '', fields: { ...fields, ...state } }).markup);
}

async function decide(platform: Platform, session: LmsSession | undefined, request: AuthRequest): Promise<AuthOutcome> {
  if (platform.profile === 'canvas') return authorizeCanvas(platform, session, request);
  return session
    ? authorizeMoodle(platform, session, request)
    : { kind: 'page', text: 'You are not signed in to this platform any more.' };
}

function errorFields({ error, description }: AuthOutcome & { kind: 'error' }): Record<string, string> {
  return description === undefined ? { error } : { error, error_description: description };
}

async function tokenFields(
  platform: Platform,
  pending: PendingLaunch,
  { session, request }: { session: LmsSession | undefined; request: AuthRequest },
): Promise<Record<string, string>> {
  const course = getCourse(platform.world, pending.courseId);
  const person = session ? getPerson(platform.world, session.personId) : null;
  const sesskey = platform.profile === 'canvas' ? await signDeepLinkData(platform, pending) : (session?.sesskey ?? '');
  const launch: Launch = {
    platform,
    course,
    person,
    enrolment: person ? findEnrolment(course, person.id) : undefined,
    link: pending.linkId === undefined ? null : (findLink(course, pending.linkId) ?? null),
    message: pending.message,
    nonce: request.nonce ?? '',
    sesskey,
    preparedAt: pending.preparedAt,
    now: platform.now(),
  };
  return { id_token: await signIdToken(platform, buildClaims(launch)) };
}

function errorPage(text: string): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Error</title></head>
<body><h1>The tool could not be opened</h1><p>${text}</p></body></html>
`.markup;
}
