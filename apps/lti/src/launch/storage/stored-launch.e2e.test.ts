import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { readEveryLtiRow } from '@journeybook/database/lti';
import { driveLaunch } from '@journeybook/lms-simulator';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { driveStoredLaunch, readTask } from '../../testing/drive-stored-launch.js';
import { places, startWorld, type World } from '../../testing/start-world.js';
import { useStrictBrowser } from '../../testing/strict-browser.js';

vi.setConfig({ testTimeout: 60_000 });
let world: World;
beforeAll(async () => {
  world = await startWorld('canvas');
});
afterAll(() => world.close());
beforeEach(() => {
  world.api.reported.reportLaunch.length = 0;
});

const waitingStates = async () => (await readEveryLtiRow(world.databaseUrl))['oidc_states']?.length;
const launches = () => world.api.reported.reportLaunch.length;

describe('a launch that the platform’s storage is to prove', () => {
  test('is asked for its proof, and opens with it, once', async () => {
    const { form, stored, post } = await driveStoredLaunch(world);
    const asking = await post(form);
    const page = await asking.text();
    expect(asking.status).toBe(200);
    expect(readTask(page)).toEqual({
      proof: { target: 'post_message_forwarding', key: stored.key, origin: new URL(world.simulator.url).origin },
    });
    expect(asking.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(page).not.toContain(stored.secret);
    expect(launches()).toBe(0);

    const proven = { ...form, storage_proof: stored.secret };
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(proven)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(19);
    expect(launches()).toBe(1);
  });

  test('gives nothing to whoever has only what was posted, and nothing is used up by asking', async () => {
    const { form, stored, post } = await driveStoredLaunch(world);
    const before = await waitingStates();
    for (const _again of [1, 2, 3]) expect(await (await post(form)).text()).not.toContain('journeybook-launch"');
    expect(await waitingStates()).toBe(before);
    expect(launches()).toBe(0);
    expect((await post({ ...form, storage_proof: stored.secret })).status).toBe(200);
  });

  test('is refused to a page of somebody else, who made the login and so knows its secret', async () => {
    const { form, stored, post } = await driveStoredLaunch(world);
    const answer = await post({ ...form, storage_proof: stored.secret }, { 'sec-fetch-site': 'cross-site' });
    expect([answer.status, await answer.text()]).toEqual([401, expect.stringContaining('(storage-mismatch)')]);
    expect(launches()).toBe(0);
    const own = await driveStoredLaunch(world);
    const proven = { ...own.form, storage_proof: own.stored.secret };
    expect((await own.post(proven, { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });
  test.each([
    ['made up', () => 'x'.repeat(43)],
    ['empty', () => ''],
    ['its own key', (stored: { key: string }) => stored.key],
    ['its state', (_stored: unknown, form: Readonly<Record<string, string>>) => form['state'] ?? ''],
  ])('is refused and used up with a proof that is %s', async (_what, make) => {
    const { form, stored, post } = await driveStoredLaunch(world);
    const answer = await post({ ...form, storage_proof: make(stored, form) });
    expect([answer.status, await answer.text()]).toEqual([401, expect.stringContaining('(storage-mismatch)')]);
    const late = await post({ ...form, storage_proof: stored.secret });
    expect([late.status, await late.text()]).toEqual([401, expect.stringContaining('(state-used)')]);
    expect(launches()).toBe(0);
  });

  test('is not proved by the secret of another login', async () => {
    const [mine, theirs] = [await driveStoredLaunch(world), await driveStoredLaunch(world)];
    const answer = await mine.post({ ...theirs.form, storage_proof: mine.stored.secret });
    expect([answer.status, launches()]).toEqual([401, 0]);
  });

  test('is not acted on by its cookie’s state, nor is a cookie’s launch proved by the storage', async () => {
    const { form, stored, post } = await driveStoredLaunch(world);
    const asCookie = { ...form, state: (form['state'] ?? '').replace('.stored', ''), storage_proof: stored.secret };
    expect(await (await post(asCookie)).text()).toContain('(cookie-missing)');

    const driven = await driveLaunch({ simulator: world.simulator, ...places.canvas, personId: 'priya-nair' });
    const asStored = { ...driven.form, state: `${driven.form['state']}.stored` };
    expect(await (await post({ ...asStored, storage_proof: 'x' })).text()).toContain('(storage-mismatch)');
    expect(launches()).toBe(0);
  });

  test.each([
    ['an unknown state', { state: `${'f'.repeat(50)}.stored` }],
    ['no state but the mark', { state: '.stored' }],
  ])('is refused with %s', async (_what, changes) => {
    const { form, post } = await driveStoredLaunch(world);
    const answer = await post({ ...form, ...changes });
    expect([answer.status, await answer.text()]).toEqual([401, expect.stringContaining('(state-used)')]);
  });

  test('shows nothing of what was posted but in its own form, escaped', async () => {
    const { form, post } = await driveStoredLaunch(world);
    const page = await (await post({ ...form, id_token: '"><script>alert(1)</script>' })).text();
    expect(page).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
    expect(page).not.toContain('<script>alert');
  });

  test('leaves the secret in no table', async () => {
    const { stored } = await driveStoredLaunch(world);
    expect(JSON.stringify(await readEveryLtiRow(world.databaseUrl))).not.toContain(stored.secret);
  });
});

describe('another site’s page', () => {
  const browser = useStrictBrowser();

  let evil: http.Server;
  afterEach(() => void evil.close());

  /** A page of its own site that posts the launch by itself, into its frame beside the platform's storage or into its window. */
  async function serveEvil(form: Readonly<Record<string, string>>, target: 'tool' | '_self'): Promise<string> {
    const inputs = Object.entries(form).map(([name, value]) => `<input name="${name}" value="${value}">`);
    evil = http.createServer((_request, response) => {
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<iframe name="post_message_forwarding" src="${world.simulator.url}/post_message_forwarding"></iframe>
<iframe name="tool"></iframe>
<form method="post" target="${target}" action="${world.config.publicUrl}/lti/launch">${inputs.join('')}</form>
<script>addEventListener('load', () => document.forms[0].submit())</script>`);
    });
    await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve));
    return `http://evil.localhost:${(evil.address() as AddressInfo).port}/`;
  }

  test('that posts somebody else’s launch beside the platform’s storage opens nothing (login CSRF)', async () => {
    const { form } = await driveStoredLaunch(world);
    const address = await serveEvil(form, 'tool');
    const { page } = await browser.visit();
    await Promise.all([
      page.waitForEvent('console', (message) => message.text().includes('frame-ancestors')),
      page.goto(address),
    ]);
    expect(launches()).toBe(0);
  });

  test('that posts it into a window opens nothing either', async () => {
    const { form } = await driveStoredLaunch(world);
    const address = await serveEvil(form, '_self');
    const { page } = await browser.visit();
    await page.goto(address);
    await page.getByRole('button', { name: 'Open in a new window' }).waitFor();
    expect(launches()).toBe(0);
  });
});
