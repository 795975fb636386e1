import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nrpsScope } from '../platform/scopes.js';
import { readCapture } from '../testing/captures.js';
import { browseAs } from '../testing/browse-as.js';
import { driveLaunch } from '../testing/drive-launch.js';
import { moodleCaptureIdentity, moodleCaptureWorld } from '../testing/moodle-capture-world.js';
import { type Pair, startPair } from '../testing/start-pair.js';

const TOOL = 'https://purl.imsglobal.org/spec/lti-tool-configuration';

let pair: Pair;
afterEach(() => pair.close());

async function invite() {
  const { openidConfiguration, registrationToken } = await pair.simulator.control.inviteTool();
  const authorization = `Bearer ${registrationToken}`;
  const configuration = await fetch(openidConfiguration, { headers: { authorization } });
  const { registration_endpoint } = (await configuration.json()) as { registration_endpoint: string };
  const register = (body: unknown, headers: Record<string, string> = { authorization }) =>
    fetch(registration_endpoint, { method: 'POST', headers, body: JSON.stringify(body) });
  return { openidConfiguration, register };
}

function requestOfTool(change: object = {}, config: object = {}) {
  const { loginUrl, launchUrl, jwksUrl, url } = pair.tool;
  return {
    application_type: 'web',
    response_types: ['id_token'],
    grant_types: ['implicit', 'client_credentials'],
    client_name: 'Journeybook',
    initiate_login_uri: loginUrl,
    redirect_uris: [launchUrl],
    jwks_uri: jwksUrl,
    token_endpoint_auth_method: 'private_key_jwt',
    scope: nrpsScope,
    [TOOL]: { domain: new URL(url).host, target_link_uri: launchUrl, claims: ['sub', 'iss'], messages: [], ...config },
    ...change,
  };
}

const scenes = {
  moodle: { courseId: '2', resourceLinkId: '1' },
  canvas: { courseId: '565', resourceLinkId: '7b3f1c52-3f5a-4d0f-9c6b-2e4d8a1b7c90' },
} as const;

describe('dynamic registration with Moodle', () => {
  test('publishes the recorded configuration', async () => {
    pair = await startPair('moodle', { world: moodleCaptureWorld });
    const { openidConfiguration } = await invite();
    const text = (await (await fetch(openidConfiguration)).text()).replaceAll(
      pair.simulator.url,
      moodleCaptureIdentity.publicUrl,
    );
    expect(JSON.parse(text)).toEqual(readCapture('moodle-4.5/openid-configuration.json'));
  });

  test('answers the recorded request as recorded, with a client id of its own', async () => {
    pair = await startPair('moodle', { world: moodleCaptureWorld });
    const recorded = readCapture<{ status: number; request: object; body: object }>(
      'moodle-4.5/dynamic-registration.json',
    );
    const { register } = await invite();
    const answer = await register(recorded.request);
    expect(answer.status).toBe(recorded.status);
    expect(await answer.json()).toEqual({ ...recorded.body, client_id: expect.stringMatching(/^\w{15}$/) as string });
  });
});

describe.each(['moodle', 'canvas'] as const)('dynamic registration with %s', (profile) => {
  const launch = () => driveLaunch({ simulator: pair.simulator, ...scenes[profile], personId: 'rosa-silva' });

  test('leaves the tool waiting until the administrator activates it', async () => {
    pair = await startPair(profile);
    const before = pair.simulator.registration.clientId;
    const { register } = await invite();
    const { client_id } = (await (await register(requestOfTool())).json()) as { client_id: string };

    expect(client_id).not.toBe(before);
    expect(pair.simulator.registration.clientId).toBe(client_id);
    pair.tool.register(pair.simulator.registration);
    await expect(launch()).rejects.toThrow('waits for the administrator');
    expect((await pair.tool.requestToken([nrpsScope])).status).toBe(profile === 'moodle' ? 400 : 401);

    pair.simulator.control.activateTool();
    expect((await (await launch()).post()).status).toBe(200);
    expect((await pair.tool.requestToken([nrpsScope])).status).toBe(200);
  });

  test('lets the claims decide what the tool learns about people', async () => {
    pair = await startPair(profile);
    const { register } = await invite();
    await register(requestOfTool());
    pair.simulator.control.activateTool();
    pair.tool.register(pair.simulator.registration);
    const claims = (await (await (await launch()).post()).json()) as object;
    expect(claims).not.toHaveProperty('name');
    expect(claims).not.toHaveProperty('email');
  });

  test('refuses a request without an invitation, and one that is used again', async () => {
    pair = await startPair(profile);
    const { register } = await invite();
    expect((await register(requestOfTool(), {})).status).toBe(401);
    expect((await register(requestOfTool())).status).toBe(200);
    expect((await register(requestOfTool())).status).toBe(profile === 'moodle' ? 400 : 401);
  });

  test.each([
    ['no domain', {}, { domain: '' }],
    ['another way to authenticate', { token_endpoint_auth_method: 'client_secret_basic' }, {}],
  ])('refuses %s', async (_name, change, config) => {
    pair = await startPair(profile);
    const { register } = await invite();
    expect((await register(requestOfTool(change, config))).status).toBe(profile === 'moodle' ? 400 : 422);
  });
});

test('Moodle refuses a domain that is not the tool’s, which Canvas does not look at', async () => {
  const statusAt = async (profile: 'canvas' | 'moodle') => {
    pair = await startPair(profile);
    const { register } = await invite();
    return (await register(requestOfTool({}, { domain: 'elsewhere.example' }))).status;
  };
  expect(await statusAt('canvas')).toBe(200);
  await pair.close();
  expect(await statusAt('moodle')).toBe(400);
});

describe('Canvas', () => {
  const courseMenu = 'https://canvas.instructure.com/lti/course_navigation';
  const message = (type: string, placements?: readonly string[]) => ({ type, ...(placements ? { placements } : {}) });
  beforeEach(async () => {
    pair = await startPair('canvas');
  });

  test('shows its configuration only to those who are invited, by what is in the address', async () => {
    const { openidConfiguration, registrationToken } = await pair.simulator.control.inviteTool();
    const plain = new URL(openidConfiguration);
    plain.search = '';
    const headers = { authorization: `Bearer ${registrationToken}` };
    expect((await fetch(plain, { headers })).status).toBe(401);
    expect((await fetch(openidConfiguration)).status).toBe(200);
  });

  test('names a host for the audience, and its placements with a beginning of its own', async () => {
    const { openidConfiguration } = await pair.simulator.control.inviteTool();
    expect(await (await fetch(openidConfiguration)).json()).toMatchObject({
      authorization_server: new URL(pair.simulator.url).host,
      'https://purl.imsglobal.org/spec/lti-platform-configuration': {
        messages_supported: expect.arrayContaining([
          {
            type: 'LtiResourceLinkRequest',
            placements: expect.arrayContaining([courseMenu, 'ContentArea']) as string[],
          },
        ]) as object[],
      },
    });
  });

  test('answers with the deployment beside the tool’s configuration', async () => {
    const { register } = await invite();
    const answer = (await (await register(requestOfTool())).json()) as Record<string, unknown>;
    expect(answer).toMatchObject({
      deployment_id: pair.simulator.registration.deploymentId,
      scope: `${nrpsScope} openid`,
    });
    expect(answer[TOOL]).not.toHaveProperty('deployment_id');
  });

  test.each([
    ['no claims', {}, { claims: undefined }],
    ['a scope it does not have', { scope: 'https://college.example/scope/anything' }, {}],
    ['one grant only', { grant_types: ['client_credentials'] }, {}],
    ['a placement it does not have', {}, { messages: [message('LtiResourceLinkRequest', ['made_up'])] }],
    ['a message it does not have', {}, { messages: [message('LtiMadeUpRequest')] }],
  ])('refuses a request with %s', async (_name, change, config) => {
    const { register } = await invite();
    const answer = await register(requestOfTool(change, config));
    expect([answer.status, await answer.json()]).toEqual([422, { errors: [expect.any(String)] }]);
  });

  test.each([
    ['the assignment’s own list', true, [message('LtiDeepLinkingRequest', ['assignment_selection'])]],
    ['nothing at all, which is the module’s list', false, [message('LtiDeepLinkingRequest')]],
    [
      'the assignment’s own list, which another message named first',
      false,
      [
        message('LtiResourceLinkRequest', ['https://canvas.instructure.com/lti/assignment_selection']),
        message('LtiDeepLinkingRequest', ['assignment_selection']),
      ],
    ],
  ])('lets a tool be picked from that names %s: %s', async (_name, offered, messages) => {
    const { register } = await invite();
    await register(requestOfTool({}, { messages }));
    pair.simulator.control.activateTool();
    const instructor = await browseAs(pair.simulator, 'rosa-silva');
    expect((await (await instructor.get('/courses/565')).text()).includes('Add content')).toBe(offered);
  });
});
