import type { FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { places, type Profile, startWorld, type World } from '../../testing/start-world.js';
import {
  launched,
  openActivity,
  openTab,
  signIn,
  toolCookies,
  useStrictBrowser,
  type Visit,
} from '../../testing/strict-browser.js';

vi.setConfig({ testTimeout: 60_000 });
const browser = useStrictBrowser();
const rosa = 'Rosa Silva';
const windowButton = (frame: FrameLocator) => frame.getByRole('button', { name: 'Open in a new window' });

const useWorld = (profile: Profile, options: { partitions: boolean }) => {
  const made: { world?: World } = {};
  beforeAll(async () => {
    made.world = await startWorld(profile, { platformHost: 'localhost', ...options });
  });
  afterAll(() => made.world?.close());
  beforeEach(() => {
    if (made.world) made.world.api.reported.reportLaunch.length = 0;
  });
  return {
    get world() {
      if (!made.world) throw new Error('The world has not started.');
      return made.world;
    },
    async open(visit: Visit) {
      await signIn(visit, this.world, rosa);
      return openActivity(visit.page, this.world, places[profile]);
    },
  };
};

describe.each<Profile>(['moodle', 'canvas'])('third-party cookies blocked, partitions kept, in %s', (profile) => {
  const at = useWorld(profile, { partitions: true });

  test('the launch opens in the frame by its own cookie', async () => {
    const visit = await browser.visit();
    await launched(await at.open(visit)).waitFor({ state: 'attached' });
    expect(await toolCookies(visit, at.world)).toEqual(['journeybook-cookies']);
    expect(visit.addresses.filter((address) => address.includes('.stored'))).toEqual([]);
    expect(at.world.api.reported.reportLaunch).toHaveLength(1);
  });
});

describe('no cookie kept in the frame of Canvas', () => {
  const at = useWorld('canvas', { partitions: false });

  test('acceptance 2: the launch opens through the platform’s storage, with no cookie set', async () => {
    const visit = await browser.visit();
    await launched(await at.open(visit)).waitFor({ state: 'attached' });

    expect(await toolCookies(visit, at.world)).toEqual([]);
    expect(at.world.api.reported.reportLaunch).toMatchObject([{ role: 'instructor', person: { name: rosa } }]);
    const { publicUrl } = at.world.config;
    const ours = visit.addresses.filter((address) => address.startsWith(publicUrl));
    expect(ours.map((address) => address.split('?')[0])).toEqual([
      `${publicUrl}/lti/login`,
      `${publicUrl}/lti/check-browser.js`,
      `${publicUrl}/lti/cookies`,
      `${publicUrl}/lti/launch`,
      `${publicUrl}/lti/check-browser.js`,
      `${publicUrl}/lti/launch`,
    ]);
    expect(visit.addresses.filter((address) => /id_token=|storage_proof/.test(address))).toEqual([]);
  });

  test('adding content works in the frame as well: the picker opens there, and its answer gets back', async () => {
    const visit = await browser.visit();
    await signIn(visit, at.world, rosa);
    await visit.page.goto(`${at.world.simulator.url}/courses/${places.canvas.courseId}/content/new`);
    const frame = visit.page.frameLocator('iframe.frame');
    await launched(frame).waitFor({ state: 'attached' });
    // As the portal's page does, whose own tests show its buttons.
    await frame.locator('body').evaluate(`(() => {
      const { picker } = JSON.parse(document.getElementById('journeybook-launch').textContent);
      const form = document.createElement('form');
      const ticket = Object.assign(document.createElement('input'), { name: 'ticket', value: picker.ticket });
      Object.assign(form, { method: 'post', action: picker.answerUrl }).append(ticket);
      document.body.append(form);
      form.submit();
    })()`);
    await frame.getByText('Nothing was selected.').waitFor();
    expect(await toolCookies(visit, at.world)).toEqual([]);
  });

  test('two launches in two tabs both open', async () => {
    const visit = await browser.visit();
    await signIn(visit, at.world, rosa);
    const tabs = [visit.page, await openTab(visit.context)];
    const frames = await Promise.all(tabs.map((tab) => openActivity(tab, at.world, places.canvas)));
    await Promise.all(frames.map((frame) => launched(frame).waitFor({ state: 'attached' })));
    expect(at.world.api.reported.reportLaunch).toHaveLength(2);
  });

  test('the frame that the platform names in its capabilities beats the one of the login', async () => {
    const visit = await browser.visit();
    // The page says where the storage is, and the frame of the login's name is gone.
    await visit.page.addInitScript(`
      if (window === top) addEventListener('message', ({ source, data }) => {
        if (data?.subject !== 'lti.capabilities') return;
        const supported_messages = ['lti.put_data', 'lti.get_data'].map((subject) => ({ subject, frame: 'elsewhere' }));
        source.postMessage({ subject: 'lti.capabilities.response', message_id: data.message_id, supported_messages }, '*');
      });
    `);
    await visit.context.route('**/post_message_forwarding', async (route) => {
      const page = await (await route.fetch()).text();
      await route.fulfill({
        contentType: 'text/html',
        body: page.replace('<body>', '<body><script>name = "elsewhere"</script>'),
      });
    });
    await launched(await at.open(visit)).waitFor({ state: 'attached' });
    expect(await toolCookies(visit, at.world)).toEqual([]);
  });

  test('the frame of the login is taken where the platform’s page says nothing of its capabilities', async () => {
    const visit = await browser.visit();
    await visit.page.addInitScript(`
      if (window === top) addEventListener('message', (event) => event.stopImmediatePropagation(), true);
    `);
    await launched(await at.open(visit)).waitFor({ state: 'attached' });
    expect(at.world.api.reported.reportLaunch).toHaveLength(1);
  });

  /** Has the platform's frame answer in another way than Canvas does. */
  const answerOtherwise = async (visit: Visit, change: (page: string) => string) =>
    visit.context.route('**/post_message_forwarding', async (route) => {
      const page = await (await route.fetch()).text();
      await route.fulfill({ contentType: 'text/html', body: change(page) });
    });
  const inAnswer = (page: string, code: string) => page.replace('event.source.postMessage(reply, event.origin);', code);

  test('an answer that comes late is waited for', async () => {
    const visit = await browser.visit();
    const late = 'setTimeout(() => event.source.postMessage(reply, event.origin), 800);';
    await answerOtherwise(visit, (page) => inAnswer(page, late));
    await launched(await at.open(visit)).waitFor({ state: 'attached' });
    expect(at.world.api.reported.reportLaunch).toHaveLength(1);
  });

  test.each<[string, (page: string) => string]>([
    [
      'listens late',
      (page) => page.replace("addEventListener('message'", "setTimeout(addEventListener, 700, 'message'"),
    ],
    [
      'is there late',
      (page) =>
        page.replace(
          '<body>',
          "<body><script>name = ''; setTimeout(() => { name = 'post_message_forwarding'; }, 700)</script>",
        ),
    ],
  ])('a storage that %s is asked again', async (_what, change) => {
    const visit = await browser.visit();
    await answerOtherwise(visit, change);
    await launched(await at.open(visit)).waitFor({ state: 'attached' });
    expect(at.world.api.reported.reportLaunch).toHaveLength(1);
    expect(await toolCookies(visit, at.world)).toEqual([]);
  });

  test('an answer from somebody else is not heard', async () => {
    const visit = await browser.visit();
    // The platform's own page, which is not the frame that was asked, answers first and with the right number.
    const relayed = `top.postMessage({ relay: { ...reply, value: 'made-up', error: undefined } }, '*');
      setTimeout(() => event.source.postMessage(reply, event.origin), 300);`;
    await answerOtherwise(visit, (page) => inAnswer(page, relayed));
    await visit.page.addInitScript(`
      if (window === top) addEventListener('message', ({ data }) => {
        if (data?.relay) document.querySelector('iframe.frame').contentWindow.postMessage(data.relay, '*');
      });
    `);
    await launched(await at.open(visit)).waitFor({ state: 'attached' });
    expect(at.world.api.reported.reportLaunch).toHaveLength(1);
  });

  const expectNewWindow = async (visit: Visit) => {
    await visit.context.addInitScript(`globalThis.waits = [];
      const wait = setTimeout;
      setTimeout = (act, milliseconds) => { waits.push(milliseconds); return wait(act, milliseconds); };`);
    const frame = await at.open(visit);
    await windowButton(frame).waitFor();
    const waits = await frame.locator('body').evaluate<number[], void>('waits');
    expect(waits.reduce((sum, milliseconds) => sum + milliseconds)).toBeLessThanOrEqual(2_500);
    expect(at.world.api.reported.reportLaunch).toEqual([]);
    return frame;
  };

  test.each<[string, (page: string) => string]>([
    ['never answers', (page) => inAnswer(page, '')],
    [
      'answers after three seconds',
      (page) => inAnswer(page, 'setTimeout(() => event.source.postMessage(reply, event.origin), 3000);'),
    ],
    [
      'answers with an error',
      (page) =>
        inAnswer(page, "event.source.postMessage({ ...reply, error: { code: 'storage_exhaustion' } }, event.origin);"),
    ],
    [
      'answers another question',
      (page) => inAnswer(page, "event.source.postMessage({ ...reply, message_id: 'x' }, event.origin);"),
    ],
    [
      'is at another origin',
      (page) =>
        page.replace(
          '<body>',
          "<body><script>if (location.hostname === 'localhost') location.hostname = '127.0.0.1'</script>",
        ),
    ],
    ['is not there', () => '<script>name = "gone"</script>'],
  ])('a storage that %s leads to a new window, where the launch opens', async (_what, change) => {
    const visit = await browser.visit();
    await answerOtherwise(visit, change);
    const frame = await expectNewWindow(visit);

    const opened = visit.context.waitForEvent('page');
    await windowButton(frame).click();
    await launched(await opened).waitFor({ state: 'attached' });
    expect(at.world.api.reported.reportLaunch).toHaveLength(1);
  });

  test.each<[string, string]>([
    ['never answers', ''],
    ['answers with an error', "event.source.postMessage({ ...reply, error: { code: 'x' } }, event.origin);"],
    ['has lost it', 'event.source.postMessage({ ...reply, value: null }, event.origin);'],
    ['holds no text there', 'event.source.postMessage({ ...reply, value: { a: 1 } }, event.origin);'],
  ])('a storage that %s after the launch opens nothing', async (_what, answer) => {
    const visit = await browser.visit();
    const onlyGet = `if (data.subject === 'lti.get_data') { ${answer} } else event.source.postMessage(reply, event.origin);`;
    await answerOtherwise(visit, (page) => inAnswer(page, onlyGet));
    await expectNewWindow(visit);
    expect(await toolCookies(visit, at.world)).toEqual([]);
  });

  test('a storage that holds another value is refused, and the launch is used up', async () => {
    const visit = await browser.visit();
    const wrong = "event.source.postMessage(reply.value ? { ...reply, value: 'another' } : reply, event.origin);";
    await answerOtherwise(visit, (page) => inAnswer(page, wrong));
    const frame = await at.open(visit);
    await frame.getByText('(storage-mismatch)').waitFor();
    expect(at.world.api.reported.reportLaunch).toEqual([]);
  });
});

describe('no cookie kept in the frame of Moodle', () => {
  const at = useWorld('moodle', { partitions: false });

  test('acceptance 3: it shows the way to a new window, and the launch opens there', async () => {
    const visit = await browser.visit();
    const frame = await at.open(visit);
    await windowButton(frame).waitFor();
    expect(await toolCookies(visit, at.world)).toEqual([]);

    const opened = visit.context.waitForEvent('page');
    await windowButton(frame).click();
    await launched(await opened).waitFor({ state: 'attached' });
    expect(at.world.api.reported.reportLaunch).toMatchObject([{ role: 'instructor', person: { name: rosa } }]);
  });
});
