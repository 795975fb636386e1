import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCapture, settle } from '../testing/captures.js';
import { driveLaunch } from '../testing/drive-launch.js';
import { moodleCaptureIdentity, moodleCaptureWorld } from '../testing/moodle-capture-world.js';
import { type Pair, startPair } from '../testing/start-pair.js';

interface TokenCapture {
  readonly header: object;
  readonly payload: Readonly<Record<string, unknown>>;
}

const { clientId, deploymentId } = moodleCaptureIdentity;

// The recordings have their own hosts; everything else must be as sent.
function asRecorded(value: unknown, pair: Pair): unknown {
  const text = JSON.stringify(value)
    .replaceAll(pair.simulator.url, 'https://moodle.college.example')
    .replaceAll(pair.tool.launchUrl, 'https://tool.example/launch');
  return settle(JSON.parse(text));
}

function timeless({ nonce: _nonce, iat: _iat, exp: _exp, ...claims }: Readonly<Record<string, unknown>>) {
  return claims;
}

describe('a launch from Moodle', () => {
  let pair: Pair;
  beforeAll(async () => {
    pair = await startPair('moodle', { world: moodleCaptureWorld, clientId, deploymentId });
  });
  afterAll(() => pair.close());

  test.each([
    ['instructor', 'trivera'],
    ['learner', 'student2'],
  ])('carries what was recorded for the %s', async (who, personId) => {
    const recorded = readCapture<TokenCapture>(`moodle-4.5/id-token-resource-link-${who}.json`);
    const { simulator } = pair;
    const { form, authRequest } = await driveLaunch({ simulator, courseId: '2', resourceLinkId: '1', personId });
    const token = form['id_token'] ?? '';
    const claims = decodeJwt(token);

    expect(Object.keys(form)).toEqual(['id_token', 'state']);
    expect(form['state']).toBe(authRequest.get('state'));
    expect(claims['nonce']).toBe(authRequest.get('nonce'));
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(60);
    expect(Object.keys(decodeProtectedHeader(token))).toEqual(Object.keys(recorded.header));
    expect(asRecorded(timeless(claims), pair)).toEqual(settle(timeless(recorded.payload)));
  });

  test('starts with the recorded form fields', async () => {
    await driveLaunch({ simulator: pair.simulator, courseId: '2', resourceLinkId: '1', personId: 'trivera' });
    const { method, params } = pair.tool.lastLogin();
    expect(method).toBe('POST');
    expect(asRecorded(params, pair)).toEqual(settle(readCapture('moodle-4.5/login-initiation-resource-link.json')));
  });

  test('starts deep linking with the recorded form fields', async () => {
    await driveLaunch({ simulator: pair.simulator, courseId: '2', personId: 'trivera', message: 'deep-linking' });
    const { params } = pair.tool.lastLogin();
    expect(asRecorded(params, pair)).toEqual(settle(readCapture('moodle-4.5/login-initiation-deep-linking.json')));
  });
});

describe('deep linking from Moodle in a course that has no activity of the tool yet', () => {
  let pair: Pair;
  beforeAll(async () => {
    const courses = moodleCaptureWorld.courses.map((course) => ({ ...course, resourceLinks: [] }));
    pair = await startPair('moodle', { world: { ...moodleCaptureWorld, courses }, clientId, deploymentId });
  });
  afterAll(() => pair.close());

  test('carries what was recorded', async () => {
    const recorded = readCapture<TokenCapture>('moodle-4.5/id-token-deep-linking-instructor.json');
    const { form } = await driveLaunch({
      simulator: pair.simulator,
      courseId: '2',
      personId: 'trivera',
      message: 'deep-linking',
    });
    const claims = decodeJwt(form['id_token'] ?? '');
    expect(asRecorded(timeless(claims), pair)).toEqual(settle(timeless(recorded.payload)));
  });
});
