import express from 'express';
import { decodeJwt } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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

const url = () => `${pair.simulator.url}/api/lti/notice-handlers/${pair.simulator.registration.deploymentId}`;
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

  test('stop when the tool takes its handler back', async () => {
    await put({ notice_type: 'LtiHelloWorldNotice', handler: handler() });
    await put({ notice_type: 'LtiHelloWorldNotice', handler: '' });
    await expect(pair.simulator.control.sendNotice({ type: 'LtiHelloWorldNotice' })).rejects.toThrow('has not asked');
    expect(await (await pair.call([noticeScope], url())).json()).toMatchObject({
      notice_handlers: [
        { notice_type: 'LtiHelloWorldNotice', handler: '' },
        { notice_type: 'LtiContextCopyNotice', handler: '' },
      ],
    });
  });

  test.each([
    ['on another host', { notice_type: 'LtiHelloWorldNotice', handler: 'https://elsewhere.example/notices' }],
    ['for an unknown notice', { notice_type: 'LtiSomethingNotice', handler: 'https://elsewhere.example/' }],
  ])('refuse a handler %s', async (_name, body) => {
    expect((await put(body)).status).toBe(400);
  });

  test('refuse a call without a token, and one for another deployment', async () => {
    expect((await fetch(url(), { method: 'PUT' })).status).toBe(401);
    expect((await pair.call([noticeScope], `${url()}-other`)).status).toBe(404);
  });
});
