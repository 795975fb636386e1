import type { Instant } from '@journeybook/domain';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { createFakeApi, type FakeApi } from '../testing/fake-api.js';
import { mapSection } from '../testing/fake-section.js';
import { refusal } from '../testing/fake-transport.js';
import { expectSoundPage } from '../testing/expect-sound-page.js';
import { people } from '../testing/fake-world.js';
import { FrameApp } from './frame-app.js';
import type { InjectedLaunch } from './launch.js';
import { enterPage, type Tab } from './opening.js';
import { tabStorage } from './tab-storage.js';

const back = { address: 'http://moodle.example/mod/lti/return.php?course=2', name: 'Measuring, autumn 2026' };
const launch: InjectedLaunch = {
  apiUrl: 'http://api.example',
  code: 'code-1',
  address: 'http://lti.example/lti/opened?framers=v1.a#first',
  back,
};
const picker = { ticket: 'ticket-1', answerUrl: 'http://lti.example/lti/picked', multiple: false };
/** What the server says of a page that is loaded again. */
const again: InjectedLaunch = { apiUrl: 'http://api.example' };
const blocked = (): Storage => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

/** One frame or window, its entry in the tab's history, and what the tab keeps for all of them. */
function openTab(storage: () => Storage = () => sessionStorage): Tab & { readonly address: () => string } {
  let state: unknown = null;
  let address = 'http://lti.example/lti/launch';
  const history = {
    get state() {
      return state;
    },
    replaceState: (data: unknown, _unused: string, url?: string | URL | null) => {
      state = structuredClone(data);
      if (url) address = String(url);
    },
  };
  return {
    history,
    name: () => new URL(address).hash.slice(1),
    storage: tabStorage(storage),
    address: () => address,
  };
}

interface Shown {
  readonly api: FakeApi;
  readonly tab: Tab;
  readonly told?: InjectedLaunch;
  readonly inFrame?: boolean;
  readonly leave?: () => void;
}
const show = ({ api, tab, told = launch, inFrame = false, leave = () => undefined }: Shown) =>
  render(<FrameApp opening={enterPage(told, tab)} fetch={api.fetch} inFrame={inFrame} leave={leave} />);

const lines = (api: FakeApi, line: string) => api.calls.filter((call) => call.line === line);
const keptIn = (storage: Storage) => Object.keys(storage).map((name) => [name, storage.getItem(name) ?? ''] as const);
const openAgain = 'Open Journeybook again from your course';

beforeEach(() => sessionStorage.clear());
afterEach(() => sessionStorage.clear());

describe('a page that is loaded again', () => {
  test.each([
    ['in a frame', true],
    ['in the whole window', false],
  ])('%s shows the same course, without another launch and without renewing its bearer', async (_, inFrame) => {
    const api = createFakeApi();
    mapSection(api.state.section);
    const tab = openTab();
    const first = await show({ api, tab, inFrame });
    await expect.element(first.getByRole('button', { name: 'Read again' })).toBeVisible();
    expect(tab.address()).toBe(launch.address);
    await first.unmount();

    for (const _again of ['once', 'twice']) {
      const shown = await show({ api, tab, told: again, inFrame });
      await expect.element(shown.getByRole('button', { name: 'Read again' })).toBeVisible();
      await shown.unmount();
    }
    expect(lines(api, 'POST /api/launch-sessions')).toHaveLength(1);
    expect(lines(api, 'POST /api/launch-sessions/renewal')).toHaveLength(0);
  });

  test('keeps the bearer in the tab and nowhere else, and nobody’s name with it', async () => {
    const api = createFakeApi();
    const tab = openTab();
    const shown = await show({ api, tab });
    await expect.element(shown.getByRole('heading', { level: 1 })).toBeVisible();
    const [[name, text] = ['', ''], ...more] = keptIn(sessionStorage);
    expect(more).toEqual([]);
    expect(name).toBe('journeybook-opening:first');
    const { session } = (JSON.parse(text) as { beginning: { session: Record<string, unknown> } }).beginning;
    expect(Object.keys(session).toSorted()).toEqual(['expiresAt', 'role', 'section', 'token']);
    expect(text).not.toMatch(/Rosa|code-1/);
    expect(JSON.stringify(keptIn(localStorage))).not.toContain(String(session['token']));
    expect(tab.address()).not.toContain(String(session['token']));
    expect(JSON.stringify(tab.history.state)).not.toContain(String(session['token']));
  });

  test('before its code was traded trades it then', async () => {
    const api = createFakeApi();
    mapSection(api.state.section);
    api.failNext('POST /api/launch-sessions', 'unreachable');
    const tab = openTab();
    const first = await show({ api, tab });
    await expect.element(first.getByRole('button', { name: 'Try again' })).toBeVisible();
    await first.unmount();
    const shown = await show({ api, tab, told: again });
    await expect.element(shown.getByRole('button', { name: 'Read again' })).toBeVisible();
  });

  test('goes on with its own launch, though another was opened in the same tab', async () => {
    const [first, second] = [openTab(), openTab()];
    const [course, record] = [createFakeApi(), createFakeApi()];
    mapSection(course.state.section);
    record.state.launchRole = 'learner';
    const other = { ...launch, address: 'http://lti.example/lti/opened?framers=v1.a#second' };
    for (const [api, tab, told] of [
      [course, first, launch],
      [record, second, other],
    ] as const) {
      const shown = await show({ api, tab, told });
      await expect.element(shown.getByRole('heading', { level: 1 })).toBeVisible();
      await shown.unmount();
    }
    expect(
      keptIn(sessionStorage)
        .map(([name]) => name)
        .toSorted(),
    ).toEqual(['journeybook-opening:first', 'journeybook-opening:second']);
    const ofCourse = await show({ api: course, tab: first, told: again });
    await expect.element(ofCourse.getByRole('button', { name: 'Read again' })).toBeVisible();
    await ofCourse.unmount();
    const ofRecord = await show({ api: record, tab: second, told: again });
    await expect.element(ofRecord.getByRole('button', { name: 'Open my record' })).toBeVisible();
  });

  test('shows the part of the record that was open', async () => {
    const learner = () => {
      const api = createFakeApi();
      api.state.launchRole = 'learner';
      api.state.signedIn = people.adaeze;
      return api;
    };
    const api = learner();
    const tab = openTab();
    const part = (screen: Awaited<ReturnType<typeof show>>, name: string) =>
      screen.getByRole('group', { name: 'Parts of the record' }).getByRole('button', { name });
    const first = await show({ api, tab });
    await part(first, 'Job Book').click();
    await expect.element(first.getByRole('heading', { name: 'Job Book', level: 1 })).toBeVisible();
    await first.unmount();

    const second = await show({ api, tab, told: again });
    await expect.element(second.getByRole('heading', { name: 'Job Book', level: 1 })).toBeVisible();
    await expect.element(part(second, 'Job Book')).toHaveAttribute('aria-pressed', 'true');
    await part(second, 'Record').click();
    await second.getByRole('button', { name: /^781 h count in Operate/ }).click();
    await expect.element(second.getByRole('dialog')).toBeVisible();
    await second.unmount();

    const third = await show({ api, tab, told: again });
    await expect.element(third.getByRole('dialog')).toBeVisible();
    await third.unmount();
    // A launch begins anew.
    const fourth = await show({ api: learner(), tab });
    await expect.element(fourth.getByRole('heading', { name: 'My record' })).toBeVisible();
    expect(fourth.getByRole('dialog').query()).toBeNull();
  });

  test('says to open it from the course once the session has ended, and keeps nothing of it', async () => {
    const api = createFakeApi();
    mapSection(api.state.section);
    const tab = openTab();
    const first = await show({ api, tab });
    await expect.element(first.getByRole('button', { name: 'Read again' })).toBeVisible();
    await first.unmount();
    api.failNext('GET /api/section', refusal(401, 'launch-ended', 'Open this page again.'));
    const shown = await show({ api, tab, told: again });
    await expect.element(shown.getByRole('heading', { name: openAgain })).toBeVisible();
    await expect.element(shown.getByText(/this visit is over/)).toBeVisible();
    await expect
      .element(shown.getByRole('link', { name: `Back to ${back.name}` }))
      .toHaveAttribute('href', back.address);
    expect(keptIn(sessionStorage)).toEqual([]);
    await shown.unmount();
    const later = await show({ api, tab, told: again });
    await expect.element(later.getByRole('heading', { name: openAgain })).toBeVisible();
    await expectSoundPage();
  });

  test('says what to do where the browser keeps nothing; until then everything works', async () => {
    const api = createFakeApi();
    mapSection(api.state.section);
    const tab = openTab(blocked);
    const first = await show({ api, tab });
    await expect.element(first.getByRole('button', { name: 'Read again' })).toBeVisible();
    await first.unmount();
    const shown = await show({ api, tab, told: again });
    await expect.element(shown.getByRole('heading', { name: openAgain })).toBeVisible();
    await expect.element(shown.getByText(/Your browser keeps nothing for Journeybook here/)).toBeVisible();
    await expect.element(shown.getByRole('link', { name: `Back to ${back.name}` })).toBeVisible();
    await expectSoundPage();
  });

  test('works once where the browser does not let it change its address', async () => {
    const api = createFakeApi();
    mapSection(api.state.section);
    const tab = openTab();
    tab.history.replaceState = () => {
      throw new DOMException('A history state object cannot be created.', 'SecurityError');
    };
    const shown = await show({ api, tab });
    await expect.element(shown.getByRole('button', { name: 'Read again' })).toBeVisible();
    expect(keptIn(sessionStorage)).toEqual([]);
  });

  test('in another tab, which has its address alone, opens nothing', async () => {
    const tab = openTab();
    tab.history.replaceState(null, '', 'http://lti.example/lti/opened#of-another-tab');
    const shown = await show({ api: createFakeApi(), tab, told: again });
    await expect.element(shown.getByRole('heading', { name: openAgain })).toBeVisible();
    await expect.element(shown.getByRole('link')).not.toBeInTheDocument();
  });
});

describe('what the tab keeps', () => {
  test.each([
    ['no JSON', 'x'],
    ['something else', '{"beginning":{"session":{"token":1}}}'],
    ['a code that is none', '{"beginning":{"code":""},"until":9e15}'],
  ])('is nothing to go on with when it is %s', (_, text) => {
    sessionStorage.setItem('journeybook-opening:first', text);
    expect(tabStorage(() => sessionStorage).read('first')).toBeNull();
  });

  test('leads nowhere but to an address of the web', async () => {
    const tab = openTab();
    const astray = { back: { address: 'javascript:alert(1)', name: 'x' }, chooses: false };
    tab.history.replaceState(astray, '', 'http://lti.example/lti/opened#first');
    expect(enterPage(again, tab)?.back).toBeNull();
  });

  test('of pages that were left long ago is taken away by the next one, and of others nothing', () => {
    const storage = tabStorage(() => sessionStorage);
    const session = (hours: number) => ({
      token: 't',
      expiresAt: new Date(Date.now() + hours * 3_600_000).toISOString() as Instant,
      role: 'learner' as const,
      section: { title: 'Measuring' },
    });
    storage.keep('left', { beginning: { session: session(-1) } });
    storage.keep('open', { beginning: { session: session(1) } });
    sessionStorage.setItem('of somebody else', 'x');
    storage.keep('next', { beginning: { code: 'c' } });
    expect(Object.keys(sessionStorage).toSorted()).toEqual([
      'journeybook-opening:next',
      'journeybook-opening:open',
      'of somebody else',
    ]);
  });
});

describe('the page that chooses, loaded again', () => {
  const choosing = { ...launch, picker };
  test('chooses on, with the same answer to the platform, and shows no other way back', async () => {
    const api = createFakeApi();
    const tab = openTab();
    const first = await show({ api, tab, told: choosing });
    await expect.element(first.getByRole('heading', { name: 'Which RTI course do you add?' })).toBeVisible();
    await first.unmount();
    const left = vi.fn<() => void>();
    const shown = await show({ api, tab, told: again, leave: left });
    await expect.element(shown.getByRole('link')).not.toBeInTheDocument();
    await shown.getByRole('button', { name: 'Add Blueprint Reading' }).click();
    await expect.poll(() => left.mock.calls).toEqual([[picker, [expect.any(String)]]]);
    expect(keptIn(sessionStorage)).toEqual([]);
  });

  test.each<[string, () => Storage]>([
    ['after its choice', () => sessionStorage],
    ['where the browser keeps nothing', blocked],
  ])('says what to do %s', async (_, storage) => {
    const api = createFakeApi();
    const tab = openTab(storage);
    const first = await show({ api, tab, told: choosing });
    await first.getByRole('button', { name: 'Cancel' }).click();
    await first.unmount();
    const shown = await show({ api, tab, told: again });
    await expect.element(shown.getByRole('heading', { name: 'Add Journeybook again from your course' })).toBeVisible();
    await expect.element(shown.getByText(/If nothing was added there, add Journeybook once more/)).toBeVisible();
    await expect.element(shown.getByRole('link', { name: `Back to ${back.name}` })).toBeVisible();
  });
});

describe('the way back to the course', () => {
  test('is there when the page has the whole window, on a phone and on a laptop', async () => {
    const api = createFakeApi();
    api.state.launchRole = 'learner';
    const shown = await show({ api, tab: openTab() });
    await expect
      .element(shown.getByRole('link', { name: `Back to ${back.name}` }))
      .toHaveAttribute('href', back.address);
    await expect.element(shown.getByRole('button', { name: 'Open my record' })).toBeVisible();
    await expectSoundPage();
  });

  test('is not shown inside the course, nor where the platform named none', async () => {
    const cases = [
      { inFrame: true, told: launch },
      { inFrame: false, told: { ...launch, back: undefined } },
    ];
    for (const one of cases) {
      const api = createFakeApi();
      mapSection(api.state.section);
      const shown = await show({ api, tab: openTab(), ...one });
      await expect.element(shown.getByRole('button', { name: 'Read again' })).toBeVisible();
      await expect.element(shown.getByRole('link', { name: /^Back to/ })).not.toBeInTheDocument();
      await shown.unmount();
    }
  });
});
