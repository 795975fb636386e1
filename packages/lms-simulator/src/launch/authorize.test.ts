import { decodeJwt } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCookieJar } from '../testing/cookie-jar.js';
import { driveLaunch, signInToLms } from '../testing/drive-launch.js';
import { readForm } from '../testing/read-form.js';
import { type Pair, startPair } from '../testing/start-pair.js';

const scenes = {
  moodle: { courseId: '2', resourceLinkId: '1', personId: 'priya-nair' },
  canvas: { courseId: '565', resourceLinkId: '7b3f1c52-3f5a-4d0f-9c6b-2e4d8a1b7c90', personId: 'priya-nair' },
} as const;

let pair: Pair;
afterEach(() => pair.close());

const launch = (profile: 'moodle' | 'canvas') => driveLaunch({ simulator: pair.simulator, ...scenes[profile] });

describe('the authorization endpoint of Moodle', () => {
  beforeEach(async () => {
    pair = await startPair('moodle');
  });

  test.each<[string, Record<string, string | null>, Record<string, string>]>([
    ['another scope', { scope: 'openid profile' }, { error: 'invalid_scope' }],
    ['another response type', { response_type: 'code' }, { error: 'unsupported_response_type' }],
    ['another client', { client_id: 'somebody-else' }, { error: 'unauthorized_client' }],
    ['another person', { login_hint: '4' }, { error: 'access_denied' }],
    ['no nonce', { nonce: null }, { error: 'invalid_request' }],
    [
      'no response mode',
      { response_mode: null },
      { error: 'invalid_request', error_description: 'Missing response_mode' },
    ],
    [
      'another response mode',
      { response_mode: 'query' },
      { error: 'invalid_request', error_description: 'Invalid response_mode' },
    ],
    ['another prompt', { prompt: 'login' }, { error: 'invalid_request', error_description: 'Invalid prompt' }],
  ])('posts an error with the state for %s', async (_name, change, error) => {
    pair.tool.alterAuthRequest(change);
    const { form, authRequest, action } = await launch('moodle');
    expect(form).toEqual({ ...error, state: authRequest.get('state') });
    expect(action).toBe(pair.tool.launchUrl);
  });

  test.each([
    ['an address that is not registered exactly', { redirect_uri: 'https://tool.example/lti/launch?extra=1' }],
    ['a hint it never gave', { lti_message_hint: '{"cmid":4,"launchid":"ltilaunch1_1"}' }],
    ['a hint that is no JSON', { lti_message_hint: 'nonsense' }],
  ])('shows a page and sends nothing to the tool for %s', async (_name, change) => {
    pair.tool.alterAuthRequest(change);
    await expect(launch('moodle')).rejects.toThrow('The platform shows a page');
  });

  test('lets a launch be used once, and only by the browser that began it', async () => {
    const jar = createCookieJar();
    const first = await driveLaunch({ simulator: pair.simulator, ...scenes.moodle, cookieJar: jar });
    const again = `${pair.simulator.registration.authUrl}?${first.authRequest.toString()}`;
    expect((await fetch(again, { headers: { cookie: jar.header(again) } })).status).toBe(400);

    const thief = createCookieJar();
    await signInToLms(pair.simulator, 'priya-nair', thief);
    expect((await fetch(again, { headers: { cookie: thief.header(again) } })).status).toBe(400);
  });

  test('fetches its own cookie by posting to itself when the frame has kept it back', async () => {
    const { authRequest } = await launch('moodle');
    const page = await (await fetch(`${pair.simulator.registration.authUrl}?${authRequest.toString()}`)).text();
    expect(readForm(page)).toMatchObject({
      action: pair.simulator.registration.authUrl,
      fields: { repost: '1', nonce: authRequest.get('nonce') },
    });
  });
});

describe('the authorization endpoint of Canvas', () => {
  beforeEach(async () => {
    pair = await startPair('canvas');
  });

  test('starts with a GET that carries the parameters of Canvas', async () => {
    await launch('canvas');
    const { method, params } = pair.tool.lastLogin();
    expect(method).toBe('GET');
    expect(Object.keys(params)).toEqual([
      'iss',
      'login_hint',
      'client_id',
      'lti_deployment_id',
      'target_link_uri',
      'lti_message_hint',
      'canvas_environment',
      'canvas_region',
      'lti_storage_target',
    ]);
    expect(params['lti_storage_target']).toBe('post_message_forwarding');
  });

  test.each<[string, Record<string, string | null>, Record<string, string>]>([
    [
      'another scope',
      { scope: 'profile' },
      { error: 'invalid_request_object', error_description: "The 'scope' must be 'openid'" },
    ],
    [
      'no nonce',
      { nonce: null },
      { error: 'invalid_request_object', error_description: 'The following parameters are missing: nonce' },
    ],
    [
      'another person',
      { login_hint: 'f'.repeat(40) },
      { error: 'login_required', error_description: 'Must have an active user session' },
    ],
    [
      'a forged hint',
      { lti_message_hint: 'a.b.c' },
      { error: 'launch_no_longer_valid', error_description: 'The launch has either expired or already been consumed' },
    ],
  ])('posts an error with the state for %s', async (_name, change, error) => {
    pair.tool.alterAuthRequest(change);
    const { form, authRequest } = await launch('canvas');
    expect(form).toEqual({ ...error, state: authRequest.get('state') });
  });

  test.each([
    ['another redirect address', { redirect_uri: 'https://tool.example/lti/launch' }],
    ['another client', { client_id: '1' }],
  ])('shows a page and sends nothing to the tool for %s', async (_name, change) => {
    pair.tool.alterAuthRequest(change);
    await expect(launch('canvas')).rejects.toThrow('The platform shows a page');
  });

  test('compares the redirect address without its query', async () => {
    pair.tool.alterAuthRequest({ redirect_uri: `${pair.tool.launchUrl}?course=1` });
    const { action } = await launch('canvas');
    expect(action).toBe(`${pair.tool.launchUrl}?course=1`);
  });

  test('refuses a hint that is older than five minutes, and one that was used', async () => {
    const jar = createCookieJar();
    const { authRequest } = await driveLaunch({ simulator: pair.simulator, ...scenes.canvas, cookieJar: jar });
    const again = `${pair.simulator.registration.authUrl}?${authRequest.toString()}`;
    const used = readForm(await (await fetch(again, { headers: { cookie: jar.header(again) } })).text());
    expect(used?.fields['error']).toBe('launch_no_longer_valid');

    const late = await laterLaunch(301);
    expect(late['error']).toBe('launch_no_longer_valid');
  });

  test('counts the token’s hour from the login initiation', async () => {
    const form = await laterLaunch(240);
    const { iat = 0, exp = 0 } = decodeJwt(form['id_token'] ?? '');
    expect(exp - iat).toBe(3600);
    expect(Math.abs(iat - Date.now() / 1000)).toBeLessThan(30);
  });

  // The tool takes its time between the login initiation and the authentication request.
  async function laterLaunch(seconds: number): Promise<Readonly<Record<string, string>>> {
    const jar = createCookieJar();
    await signInToLms(pair.simulator, 'priya-nair', jar);
    const { courseId, resourceLinkId } = scenes.canvas;
    const start = `${pair.simulator.url}/courses/${courseId}/activities/${resourceLinkId}/launch`;
    const initiation = await fetch(start, { redirect: 'manual', headers: { cookie: jar.header(start) } });
    const login = await fetch(initiation.headers.get('location') ?? '', { redirect: 'manual' });
    pair.simulator.control.setClockSkewSeconds(seconds);
    const answer = await fetch(login.headers.get('location') ?? '', { headers: { cookie: jar.header(start) } });
    return readForm(await answer.text())?.fields ?? {};
  }
});

describe.each(['moodle', 'canvas'] as const)('starting a launch on %s', (profile) => {
  beforeEach(async () => {
    pair = await startPair(profile);
  });

  test('is refused to somebody who is not, or no longer, in the course', async () => {
    pair.simulator.control.suspend(scenes[profile].courseId, 'priya-nair');
    await expect(launch(profile)).rejects.toThrow('403 You are not in this course.');
    await expect(
      driveLaunch({ simulator: pair.simulator, ...scenes[profile], personId: 'elena-petrov', resourceLinkId: 'none' }),
    ).rejects.toThrow('404');
  });

  test('survives the rotation of keys in its middle', async () => {
    const begun = await launch(profile);
    await pair.simulator.control.rotateKeys();
    const after = await launch(profile);
    expect((await after.post()).status).toBe(200);
    // Canvas still publishes last month's key; Moodle has thrown its only one away.
    expect((await begun.post()).status).toBe(profile === 'canvas' ? 200 : 401);
  });
});
