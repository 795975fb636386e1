import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestLtiStore, type TestLtiStore } from '../testing/lti-store.js';
import { addressAs } from '../testing/test-database.js';
import { openLtiStore } from './open-lti-store.js';
import { readEveryLtiRow } from './read-everything.js';

let lti: TestLtiStore;
let store: TestLtiStore['store'];
beforeAll(async () => {
  lti = await openTestLtiStore();
  ({ store } = lti);
});
afterAll(() => lti.close());

describe('what a platform tells of copied courses', () => {
  const url = 'https://lms.example/notices';
  const begin = async () => {
    const registration = await lti.register();
    const sender = await store.notices.findSender(registration.issuer, 'c', '1');
    const deployment = sender?.deployment?.id ?? '';
    const seen = (lmsContextId: string, at: Date, noticesUrl: string | null = url) =>
      store.contexts.saveSeen({
        deployment,
        lmsContextId,
        label: null,
        title: null,
        sisId: null,
        lineItemsUrl: null,
        rosterUrl: null,
        scopes: [],
        link: null,
        at,
        noticesUrl,
      });
    return { registration, deployment, seen };
  };
  const day = (count: number) => new Date(Date.UTC(2026, 0, 1) + count * 86_400_000);
  const due = async (deployment: string, at: Date, handler = 'https://lti.example/notices') =>
    (await store.notices.claimDue(handler, at, 500)).includes(deployment);
  const services = async (deployment: string) =>
    ((await readEveryLtiRow(lti.database.url))['notice_services'] ?? []).filter((row) => row.includes(deployment));

  test('is looked for with who says it, whose deployment may be unknown', async () => {
    const { issuer, id } = await lti.register();
    expect(await store.notices.findSender(issuer, 'c', '1')).toMatchObject({
      registration: { id },
      deployment: { deploymentId: '1', status: 'active' },
    });
    expect(await store.notices.findSender(issuer, 'c', '2')).toMatchObject({ registration: { id }, deployment: null });
    expect(await store.notices.findSender(issuer, 'd', '1')).toBeNull();
  });

  test('is asked for once a week at most, by one server, while courses are opened', async () => {
    const { deployment, seen } = await begin();
    await Promise.all([seen('1', day(0)), seen('2', day(0)), seen('3', day(0))]);
    expect(await services(deployment)).toHaveLength(1);
    const other = await openLtiStore(addressAs(lti.database.url, 'journeybook_lti'));
    const claimed = await Promise.all(
      [store, other].map(({ notices }) => notices.claimDue('https://lti.example/notices', day(1), 500)),
    );
    await other.close();
    expect(claimed.flat().filter((id) => id === deployment)).toEqual([deployment]);

    const [written] = await services(deployment);
    await seen('1', day(6));
    expect(await services(deployment)).toEqual([written]);
    expect(await due(deployment, day(6.5))).toBe(false);
    await seen('1', day(8));
    expect(await due(deployment, day(8.1))).toBe(true);
    expect(await due(deployment, day(8.2))).toBe(false);
    expect(await due(deployment, day(8.2), 'https://elsewhere.example/notices')).toBe(true);
    await seen('1', day(8.3), `${url}/moved`);
    expect(await due(deployment, day(8.4), 'https://elsewhere.example/notices')).toBe(true);
    expect(await store.notices.findService(deployment)).toMatchObject({ deploymentId: '1', url: `${url}/moved` });
  });

  test('is asked for nowhere that no launch named', async () => {
    const { deployment, seen } = await begin();
    await seen('1', day(0), null);
    expect(await services(deployment)).toEqual([]);
    expect(await store.notices.findService(deployment)).toBeNull();
  });

  test('is the history of the course, in its deployment alone, until it is a year old', async () => {
    const [here, there] = [await begin(), await begin()];
    const copy = { lmsContextId: '5', origins: ['4', '3'], copiedAt: day(1), receivedAt: day(1) };
    const keep = (noticeId: string, more: object = {}) =>
      store.notices.keepCopy({ ...copy, deployment: here.deployment, noticeId, ...more });
    expect(await keep('a')).toBe(true);
    expect(await keep('a', { origins: ['9'] })).toBe(false);
    expect(await keep('b', { origins: ['2'], copiedAt: day(2), receivedAt: day(2) })).toBe(true);
    expect(await keep('a', { deployment: there.deployment, lmsContextId: '6' })).toBe(true);
    expect((await here.seen('5', day(3))).copiedFrom).toEqual(['2', '4', '3']);
    expect((await here.seen('6', day(3))).copiedFrom).toEqual([]);
    expect((await there.seen('5', day(3))).copiedFrom).toEqual([]);
    await store.notices.deleteOldCopies(day(366));
    expect((await here.seen('5', day(366))).copiedFrom).toEqual(['2']);
  });
});
