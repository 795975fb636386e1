import { randomUUID } from 'node:crypto';
import { decodeJwt, type JWTPayload } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { claim } from '../claims/claim-names.js';
import { type Browsing, browseAs } from '../testing/browse-as.js';
import { driveLaunch } from '../testing/drive-launch.js';
import { readForm } from '../testing/read-form.js';
import { type Pair, startPair } from '../testing/start-pair.js';
import { createCookieJar } from '../testing/cookie-jar.js';

const dl = 'https://purl.imsglobal.org/spec/lti-dl/claim/';
const item = {
  type: 'ltiResourceLink',
  title: 'RTI: Welding',
  custom: { rti_mapping_id: 'm-1' },
  lineItem: { scoreMaximum: 100, label: 'RTI', resourceId: 'welding', tag: 'rti' },
};

let pair: Pair;
afterEach(() => pair.close());

function answer(change: JWTPayload = {}): Promise<string> {
  const { issuer, deploymentId } = pair.simulator.registration;
  return pair.tool.assertion({
    aud: issuer,
    nonce: randomUUID(),
    [claim.messageType]: 'LtiDeepLinkingResponse',
    [claim.version]: '1.3.0',
    [claim.deploymentId]: deploymentId,
    [`${dl}content_items`]: [item],
    ...change,
  });
}

describe.each([
  ['moodle', '2'],
  ['canvas', '565'],
] as const)('selecting content on %s', (profile, courseId) => {
  let browser: Browsing;
  let returnUrl: string;

  beforeEach(async () => {
    pair = await startPair(profile);
    const jar = createCookieJar();
    const { form } = await driveLaunch({
      simulator: pair.simulator,
      courseId,
      personId: 'rosa-silva',
      message: 'deep-linking',
      cookieJar: jar,
    });
    const settings = decodeJwt(form['id_token'] ?? '')[claim.deepLinkingSettings] as { deep_link_return_url: string };
    returnUrl = settings.deep_link_return_url;
    browser = {
      get: (path) => fetch(path, { headers: { cookie: jar.header(path) } }),
      post: (path, fields) =>
        fetch(path, {
          method: 'POST',
          redirect: 'manual',
          headers: { cookie: jar.header(path) },
          body: new URLSearchParams(fields),
        }),
    };
  });

  const give = async (jwt: string) => (await browser.post(returnUrl, { JWT: jwt })).text();

  test('saves the activity with its column only when the instructor says so', async () => {
    const form = readForm(await give(await answer()), 'selection');
    const before = pair.simulator.control.gradebook(courseId).length;
    const saved = await browser.post(form?.action ?? '', { selection: form?.fields['selection'] ?? '' });
    const columns = pair.simulator.control.gradebook(courseId);

    expect(saved.status).toBe(303);
    expect(columns).toHaveLength(before + 1);
    expect(columns.at(-1)).toMatchObject({ label: 'RTI: Welding', resourceId: 'welding', tag: 'rti' });

    const launch = await driveLaunch({
      simulator: pair.simulator,
      courseId,
      resourceLinkId: columns.at(-1)?.resourceLinkId ?? '',
      personId: 'rosa-silva',
    });
    expect(decodeJwt(launch.form['id_token'] ?? '')[claim.custom]).toMatchObject({ rti_mapping_id: 'm-1' });
  });

  test('takes an empty answer as a cancellation and shows the tool’s message', async () => {
    const page = await give(await answer({ [`${dl}content_items`]: [], [`${dl}msg`]: 'Not today <b>' }));
    expect(page).toContain('Nothing was selected.');
    expect(page).toContain('Not today &lt;b&gt;');
  });

  test.each([
    ['for another deployment', { [claim.deploymentId]: 'x' }],
    ['for another platform', { aud: 'https://elsewhere.example' }],
    ['of another kind', { [claim.messageType]: 'LtiResourceLinkRequest' }],
  ])('refuses an answer %s', async (_name, change) => {
    expect(await give(await answer(change))).toContain('The tool&#39;s answer was refused');
  });

  test('refuses an answer that comes twice', async () => {
    const jwt = await answer();
    await give(jwt);
    expect(await give(jwt)).toContain('The answer has been used');
  });

  test('refuses an activity whose address belongs to another tool', async () => {
    const form = readForm(
      await give(await answer({ [`${dl}content_items`]: [{ ...item, url: 'https://elsewhere.example/' }] })),
      'selection',
    );
    const saved = await browser.post(form?.action ?? '', { selection: form?.fields['selection'] ?? '' });
    expect(saved.status).toBe(400);
  });

  test('cannot be saved by a learner', async () => {
    const learner = await browseAs(pair.simulator, 'priya-nair');
    expect((await learner.post(`/courses/${courseId}/content`, { selection: 'x' })).status).toBe(403);
  });
});

describe('starting to select content as a learner', () => {
  test('is impossible in Moodle', async () => {
    pair = await startPair('moodle');
    await expect(
      driveLaunch({ simulator: pair.simulator, courseId: '2', personId: 'priya-nair', message: 'deep-linking' }),
    ).rejects.toThrow('403');
  });

  test('happens in Canvas, for homework', async () => {
    pair = await startPair('canvas');
    const { form } = await driveLaunch({
      simulator: pair.simulator,
      courseId: '565',
      personId: 'priya-nair',
      message: 'deep-linking',
    });
    expect(decodeJwt(form['id_token'] ?? '')).toMatchObject({
      'https://www.instructure.com/placement': 'homework_submission',
    });
  });
});

describe('the return address of Moodle', () => {
  test('posts to itself once when the frame has kept the cookie back', async () => {
    pair = await startPair('moodle');
    const url = `${pair.simulator.url}/mod/lti/contentitem_return.php?course=2&id=1&sesskey=x`;
    const page = await (await fetch(url, { method: 'POST', body: new URLSearchParams({ JWT: 'j' }) })).text();
    expect(readForm(page)).toEqual({ action: url, fields: { JWT: 'j', repost: '1' } });
    const again = await fetch(url, { method: 'POST', body: new URLSearchParams({ JWT: 'j', repost: '1' }) });
    expect(again.status).toBe(403);
  });
});
