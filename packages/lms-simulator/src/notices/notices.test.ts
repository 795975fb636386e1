import express from 'express';
import { decodeJwt } from 'jose';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { claim } from '../claims/claim-names.js';
import { type Listening, listen } from '../http/listen.js';
import { noticeScope } from '../platform/scopes.js';
import { canvasContextId } from '../world/live-world.js';
import { type Pair, startPair } from '../testing/start-pair.js';

let pair: Pair;
let receiver: Listening;
let received: string[];

beforeEach(async () => {
  received = [];
  receiver = await listen(0, '127.0.0.1');
  const app = express().use(express.json());
  app.post('/notices', (req, res) => {
    received.push(JSON.stringify(req.body));
    res.sendStatus(200);
  });
  receiver.answerWith(app);
  // The receiver stands for the tool: handlers have to be on the host the tool is launched at.
  pair = await startPair('canvas', { toolLaunchUrl: `http://127.0.0.1:${receiver.port}/lti/launch` });
  pair.simulator.control.setScopes([noticeScope]);
});
afterEach(async () => {
  await pair.close();
  await receiver.close();
});

const url = () => `${pair.simulator.url}/api/lti/notice-handlers/8731`;
const put = (body: object) => pair.call([noticeScope], url(), { method: 'PUT', body: JSON.stringify(body) });
const handler = () => `http://127.0.0.1:${receiver.port}/notices`;

describe('notices of Canvas', () => {
  test('go to the handler the tool has named, signed', async () => {
    expect(await (await put({ notice_type: 'LtiContextCopyNotice', handler: handler() })).json()).toEqual({
      notice_type: 'LtiContextCopyNotice',
      handler: handler(),
    });
    const notice = { type: 'LtiContextCopyNotice', courseId: '566', originCourseIds: ['565'], id: 'n-1' } as const;
    expect((await pair.simulator.control.sendNotice(notice)).status).toBe(200);

    const { notices } = JSON.parse(received[0] ?? '{}') as { notices: { jwt: string }[] };
    expect(decodeJwt(notices[0]?.jwt ?? '')).toMatchObject({
      aud: pair.simulator.registration.clientId,
      [claim.context]: { id: canvasContextId({ id: '566' }), label: 'IMT-SAFE' },
      'https://purl.imsglobal.org/spec/lti/claim/notice': { id: 'n-1', type: 'LtiContextCopyNotice' },
      'https://purl.imsglobal.org/spec/lti/claim/origin_contexts': [canvasContextId({ id: '565' })],
    });
  });

  test('come no more at a time than the tool takes, and of no person', async () => {
    const wanted = { notice_type: 'LtiContextCopyNotice', handler: handler(), max_batch_size: 10 };
    expect(await (await put(wanted)).json()).toEqual(wanted);
    const copies = Array.from(
      { length: 12 },
      (_, place) => ({ type: 'LtiContextCopyNotice', id: `n-${place}` }) as const,
    );
    await pair.simulator.control.sendNotice({ type: 'LtiContextCopyNotice', courseId: '566' }, ...copies);
    const deliveries = received.map((body) => (JSON.parse(body) as { notices: { jwt: string }[] }).notices);
    expect(deliveries.map(({ length }) => length)).toEqual([10, 3]);
    const [first] = deliveries.flat().map(({ jwt }) => decodeJwt(jwt));
    expect(first).not.toHaveProperty('sub');
    expect(first).toMatchObject({
      [claim.context]: { type: ['http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering'] },
      'https://purl.imsglobal.org/spec/lti/claim/notice': { timestamp: expect.stringMatching(/T\d\d:\d\d:\d\dZ$/) },
    });
    expect(first).not.toHaveProperty('https://purl.imsglobal.org/spec/lti/claim/origin_contexts');
  });

  test('greet whoever asks for a greeting', async () => {
    await put({ notice_type: 'LtiHelloWorldNotice', handler: handler() });
    await vi.waitFor(() => expect(received).toHaveLength(1), { timeout: 5_000 });
    const { notices } = JSON.parse(received[0] ?? '{}') as { notices: { jwt: string }[] };
    expect(decodeJwt(notices[0]?.jwt ?? '')).toMatchObject({
      [claim.context]: { id: '3a39eee0288451e31cffb9accb3791ac8e50edd4', type: ['Account'] },
      'https://www.instructure.com/hello_world': { title: 'Hello World!' },
    });
  });

  test('stop when the tool takes its handler back', async () => {
    await put({ notice_type: 'LtiHelloWorldNotice', handler: handler() });
    await put({ notice_type: 'LtiHelloWorldNotice', handler: '' });
    await expect(pair.simulator.control.sendNotice({ type: 'LtiHelloWorldNotice' })).rejects.toThrow('has not asked');
    await put({ notice_type: 'LtiContextCopyNotice', handler: handler() });
    const listed = await (await pair.call([noticeScope], url())).text();
    expect(listed).toContain('"client_id":241560000000000117,');
    expect(JSON.parse(listed)).toMatchObject({
      deployment_id: pair.simulator.registration.deploymentId,
      notice_handlers: [
        { notice_type: 'LtiContextCopyNotice', handler: handler() },
        { notice_type: 'LtiHelloWorldNotice', handler: '' },
        { notice_type: 'LtiAssetProcessorSubmissionNotice', handler: '' },
        { notice_type: 'LtiAssetProcessorContributionNotice', handler: '' },
      ],
    });
  });

  test.each([
    ['on another host', { notice_type: 'LtiHelloWorldNotice', handler: 'https://elsewhere.example/notices' }],
    ['for an unknown notice', { notice_type: 'LtiSomethingNotice', handler: 'http://127.0.0.1/' }],
    ['that is no address', { notice_type: 'LtiHelloWorldNotice', handler: 'notices' }],
    ['that is left out', { notice_type: 'LtiHelloWorldNotice' }],
    ['of batches below ten', { notice_type: 'LtiHelloWorldNotice', handler: 'http://127.0.0.1/', max_batch_size: 9 }],
  ])('refuse a handler %s', async (_name, body) => {
    expect((await put(body)).status).toBe(400);
  });

  test('take a handler on another port of the tool’s host', async () => {
    const elsewhere = { notice_type: 'LtiContextCopyNotice', handler: 'http://127.0.0.1:1/notices' };
    expect(await (await put(elsewhere)).json()).toEqual(elsewhere);
  });

  test('refuse a call without a token, and one for another deployment', async () => {
    expect((await fetch(url(), { method: 'PUT' })).status).toBe(401);
    expect((await pair.call([noticeScope], `${url()}0`)).status).toBe(404);
  });
});
