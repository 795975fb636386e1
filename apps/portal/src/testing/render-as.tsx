import '../ui/styles.js';
import { createClient } from '@journeybook/contracts';
import { createMemoryHistory } from '@tanstack/react-router';
import { render } from 'vitest-browser-react';
import { App } from '../app/app.js';
import { FrameApp } from '../frame/frame-app.js';
import type { Opening } from '../frame/opening.js';
import { createFakeApi, type FakeApi } from './fake-api.js';
import type { people } from './fake-world.js';

/** The whole portal at an address, as this person would see it; only the network is not real. */
export async function renderAs(who: keyof typeof people | null, path: string, prepare?: (api: FakeApi) => void) {
  localStorage.clear();
  const api = createFakeApi(who);
  prepare?.(api);
  return { api, ...(await openPortal(api, path)) };
}

/** Opens the portal on a device that has been used before: what it kept is still there. `left` is where it went outside. */
export async function openPortal(api: FakeApi, path: string) {
  const left: string[] = [];
  const history = createMemoryHistory({ initialEntries: [path] });
  const client = createClient({ baseUrl: '', fetch: api.fetch });
  const screen = await render(<App client={client} history={history} leave={(url) => void left.push(url)} />);
  return { screen, history, left };
}

/** What a launch opens, in a browser that keeps nothing when it is loaded again. */
export const openedOnce: Opening = {
  apiUrl: 'http://api.example',
  beginning: { code: 'code-1' },
  chooses: false,
  back: null,
  shown: null,
  keepShown: () => undefined,
  isKept: false,
  keep: () => undefined,
  forget: () => undefined,
};

/** The page in a frame, as a launch opens it. */
export async function renderFrame(prepare?: (api: FakeApi) => void, code = 'code-1') {
  const api = createFakeApi();
  prepare?.(api);
  const screen = await render(<FrameApp opening={{ ...openedOnce, beginning: { code } }} fetch={api.fetch} />);
  return { screen, api };
}

/** The page that chooses what a new link is for; `answers` is what it leaves with. */
export async function renderPicker(multiple: boolean, prepare?: (api: FakeApi) => void) {
  const api = createFakeApi();
  prepare?.(api);
  const answers: (readonly string[])[] = [];
  const picker = { ticket: 'ticket-1', answerUrl: 'http://lti.example/lti/picked', multiple };
  const opening = { ...openedOnce, picker, chooses: true };
  const screen = await render(
    <FrameApp opening={opening} fetch={api.fetch} leave={(_picker, picks) => void answers.push(picks)} />,
  );
  return { screen, api, answers };
}
