import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agsScope, nrpsScope } from '../platform/scopes.js';
import { readCapture, settle } from '../testing/captures.js';
import { moodleCaptureIdentity, moodleCaptureWorld } from '../testing/moodle-capture-world.js';
import { type Pair, startPair } from '../testing/start-pair.js';
import { accessToken } from '../testing/tiny-tool.js';

interface ServiceCapture {
  readonly method?: string;
  readonly url: string;
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly requestBody?: unknown;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const RECORDED_HOST = moodleCaptureIdentity.publicUrl;
const allScopes = [...Object.values(agsScope), nrpsScope];

describe('the services of Moodle, asked and answered as recorded', () => {
  let pair: Pair;
  let token: string;
  let now: Date | null = null;

  beforeAll(async () => {
    const { clientId, deploymentId } = moodleCaptureIdentity;
    pair = await startPair('moodle', {
      world: moodleCaptureWorld,
      clientId,
      deploymentId,
      clock: () => now ?? new Date(),
    });
    token = await accessToken(pair.tool, allScopes);
    // The scene of the recordings; tests build on what the ones before them did.
    now = new Date('2026-11-23T00:34:59Z');
  });
  afterAll(() => pair.close());

  async function replay(name: string): Promise<{ recorded: ServiceCapture; answer: Response; body: unknown }> {
    const recorded = readCapture<ServiceCapture>(`moodle-4.5/${name}.json`);
    const answer = await fetch(recorded.url.replace(RECORDED_HOST, pair.simulator.url), {
      method: recorded.method ?? 'GET',
      headers: { authorization: `Bearer ${token}`, ...recorded.requestHeaders },
      ...(recorded.requestBody === undefined ? {} : { body: JSON.stringify(recorded.requestBody) }),
    });
    const text = (await answer.text()).replaceAll(pair.simulator.url, RECORDED_HOST);
    return { recorded, answer, body: text === '' ? '' : JSON.parse(text) };
  }

  async function readResults(columnId: string): Promise<unknown> {
    const answer = await fetch(
      `${pair.simulator.url}/mod/lti/services.php/2/lineitems/${columnId}/lineitem/results?type_id=1`,
      {
        headers: { authorization: `Bearer ${token}` },
      },
    );
    return JSON.parse((await answer.text()).replaceAll(pair.simulator.url, RECORDED_HOST)) as unknown;
  }

  test.each([
    'ags-line-items',
    'ags-results-empty',
    'ags-line-item-created',
    'ags-score-posted',
    'ags-results',
    'ags-score-conflict-same-timestamp',
    'ags-score-unknown-user',
    'nrps-members-page-1',
    'nrps-members-rlid',
  ])('%s', async (name) => {
    const { recorded, answer, body } = await replay(name);
    expect(answer.status).toBe(recorded.status);
    expect(answer.headers.get('content-type')).toBe(recorded.headers['content-type']);
    expect(answer.headers.get('link')?.replaceAll(pair.simulator.url, RECORDED_HOST)).toBe(recorded.headers['link']);
    expect(settle(body)).toEqual(settle(recorded.body));
  });

  test('a grade typed by the instructor comes back with its comment', async () => {
    pair.simulator.control.typeGrade({
      courseId: '2',
      column: '3',
      personId: 'student3',
      score: 91,
      comment: 'typed by teacher',
    });
    const { body } = readCapture<ServiceCapture>('moodle-4.5/ags-results-grade-typed-by-instructor.json');
    expect(await readResults('3')).toEqual(body);
  });

  test('a removed grade comes back without a score', async () => {
    pair.simulator.control.typeGrade({ courseId: '2', column: '2', personId: 'student3', score: 80 });
    pair.simulator.control.typeGrade({ courseId: '2', column: '2', personId: 'student3', score: null });
    const { body } = readCapture<ServiceCapture>('moodle-4.5/ags-results-grade-removed.json');
    expect(await readResults('2')).toEqual(body);
  });
});

describe('the token endpoint of Moodle', () => {
  let pair: Pair;
  beforeAll(async () => {
    pair = await startPair('moodle', { world: moodleCaptureWorld });
  });
  afterAll(() => pair.close());

  test.each([
    ['token-nrps', [nrpsScope]],
    ['token-ags', [agsScope.lineItem, agsScope.lineItemReadonly, agsScope.resultReadonly, agsScope.score]],
  ])('answers %s as recorded, to the last line break', async (name, scopes) => {
    const recorded = readCapture<ServiceCapture>(`moodle-4.5/${name}.json`);
    const answer = await pair.tool.requestToken(scopes);
    const body = await answer.text();
    const hideToken = (text: string) => text.replace(/"[0-9a-f]{32}"/, '"TOKEN"');
    expect(answer.status).toBe(recorded.status);
    expect(answer.headers.get('content-type')).toBe(recorded.headers['content-type']);
    expect(hideToken(body)).toBe(hideToken(String(recorded.body)));
  });
});
