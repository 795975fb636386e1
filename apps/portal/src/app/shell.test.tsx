import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { refusal } from '../testing/fake-transport.js';
import { renderAs } from '../testing/render-as.js';

describe('the pages one may go to', () => {
  test.each([
    ['adaeze', ['Record', 'Log', 'Job Book', 'Classes', 'Agreement']],
    ['lucia', ['Queue6 waiting', 'People']],
    ['erin', ['To do2 waiting', 'Apprentices', 'Programs', 'Our people']],
    ['wanda', ['To do6 waiting', 'Apprentices', 'Programs', 'Platforms', 'Our people']],
    ['dora', ['Platforms', 'Sections', 'Our people']],
    ['aude', ['Apprentices', 'Programs', 'Activity']],
  ] as const)('of %s follow the roles', async (who, names) => {
    const { screen } = await renderAs(who, '/');
    const navigation = screen.getByRole('navigation', { name: 'Main' });
    await expect.element(navigation).toBeVisible();
    const links = () => navigation.getByRole('link').elements();
    await expect.poll(() => links().map((link) => link.textContent)).toEqual(names);
  });

  test.each(['/agreement', '/standing', '/wages', '/completion', '/questions', '/who-did-what'])(
    'have the agreement of an apprentice at %s',
    async (path) => {
      const { screen } = await renderAs('adaeze', path);
      const navigation = screen.getByRole('navigation', { name: 'Main' });
      await expect.element(navigation.getByRole('link', { name: 'Agreement' })).toHaveAttribute('aria-current');
      const tabs = screen.getByRole('navigation', { name: 'Parts of the agreement' }).getByRole('link');
      await expect.element(tabs.first()).toBeVisible();
      expect(tabs.elements().map((tab) => tab.textContent)).toEqual([
        'Agreement',
        'Advanced standing',
        'Wages',
        'Completion',
        'Personal questions',
        'Who did what',
      ]);
    },
  );

  test('lead an instructor to the sections, and say where those of a learning platform are confirmed', async () => {
    const { screen, history } = await renderAs('rosa', '/');
    await expect.element(screen.getByText(/Those in a learning platform are confirmed there/)).toBeVisible();
    expect(history.location.pathname).toBe('/sections');
  });

  test('take the focus to their heading and name the document', async () => {
    const { screen } = await renderAs('adaeze', '/record');
    await expect.element(screen.getByRole('heading', { name: 'Instruction' })).toBeVisible();
    await screen.getByRole('link', { name: 'Classes' }).click();

    await expect.element(screen.getByRole('heading', { level: 1, name: 'Classes' })).toHaveFocus();
    expect(document.title).toBe('Classes · Journeybook');
  });

  test('leave the focus where it is when the portal is opened', async () => {
    const { screen } = await renderAs('adaeze', '/record');
    await expect.element(screen.getByRole('heading', { name: 'Instruction' })).toBeVisible();
    await expect.element(screen.getByRole('heading', { level: 1, name: 'My record' })).not.toHaveFocus();
  });

  test('begin with a way past the navigation', async () => {
    const { screen } = await renderAs('adaeze', '/record');
    const skip = screen.getByRole('link', { name: 'Skip to content' });
    await expect.element(skip).toBeInTheDocument();
    expect(document.querySelector('a, button, input')).toBe(skip.element());
    (skip.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByRole('main')).toHaveFocus();
  });
});

describe('the account', () => {
  test('says who is signed in for whom, and signs out', async () => {
    const { screen, history } = await renderAs('lucia', '/queue');
    await screen.getByRole('button', { name: 'Account of Lucia Okafor' }).click();
    await expect.element(screen.getByText('Mentor · Northfield Castings')).toBeVisible();
    await screen.getByRole('button', { name: 'Sign out' }).click();

    await expect.element(screen.getByLabelText('E-mail')).toBeVisible();
    expect(history.location.pathname).toBe('/sign-in');
  });
});

describe('what goes wrong', () => {
  test('is said in the words of the server, with a retry when it cannot be reached', async () => {
    const { screen, api } = await renderAs('lucia', '/queue', (api) => {
      api.failNext('GET /api/approvals', 'unreachable');
      api.failNext('GET /api/approvals', 'unreachable');
    });
    await expect.element(screen.getByRole('alert')).toMatchTextContent('Journeybook cannot be reached');
    await screen.getByRole('button', { name: 'Try again' }).click();

    await expect.element(screen.getByRole('checkbox', { name: 'Choose all' })).toBeVisible();
    expect(api.calls.filter((call) => call.line === 'GET /api/approvals')).toHaveLength(3);
  });

  test('on the way in is shown too', async () => {
    const broken = refusal(503, 'unavailable', 'The record is being moved. Try again in a minute.');
    const { screen } = await renderAs('adaeze', '/record', (api) => api.failNext('GET /api/session', broken));
    await expect.element(screen.getByRole('alert')).toMatchTextContent('The record is being moved.');
    await screen.getByRole('button', { name: 'Try again' }).click();
    await expect.element(screen.getByRole('heading', { name: 'Instruction' })).toBeVisible();
  });

  test('with an address leads back to the start', async () => {
    const { screen } = await renderAs('adaeze', '/nowhere');
    await expect
      .element(screen.getByRole('main').getByRole('heading', { name: 'There is no such page' }))
      .toBeVisible();
    await expect.element(screen.getByRole('navigation', { name: 'Main' })).toBeVisible();
    await screen.getByRole('link', { name: 'Go to the start' }).click();
    await expect.element(screen.getByRole('heading', { level: 1, name: 'My record' })).toBeVisible();
  });

  test.each(['/apprentices/abc', '/apprentices/abc/job-book'])(
    'with an address that names nobody: %s',
    async (path) => {
      const { screen, api } = await renderAs('wanda', path);
      await expect
        .element(screen.getByRole('main').getByRole('heading', { name: 'There is no such page' }))
        .toBeVisible();
      await expect.element(screen.getByRole('navigation', { name: 'Parts of the record' })).not.toBeInTheDocument();
      expect(api.calls.filter((call) => call.line.includes('abc'))).toEqual([]);
    },
  );
});

const stranger = '00000000-0000-4000-8000-999999999999';

describe('what is not for everybody', () => {
  test.each([
    ['wanda', '', 'Back to apprentices', 'Apprentices'],
    ['lucia', '/job-book', 'Back to people', 'People'],
    ['adaeze', '/classes', 'My record', 'My record'],
  ] as const)('is refused %s without tabs, with one way on (%s)', async (who, part, link, heading) => {
    const { screen } = await renderAs(who, `/apprentices/${stranger}${part}`);
    await expect.element(screen.getByRole('alert')).toMatchTextContent('This record is not yours to open.');
    await expect.element(screen.getByRole('navigation', { name: 'Parts of the record' })).not.toBeInTheDocument();
    await expect.element(screen.getByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
    await screen.getByRole('main').getByRole('link', { name: link }).click();
    await expect.element(screen.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  });

  test.each([
    ['adaeze', '/queue', 'mentors', 'My record'],
    ['erin', '/queue', 'mentors', 'To do'],
    ['wanda', '/log', 'apprentices', 'To do'],
    ['lucia', '/record', 'apprentices', 'To approve'],
    ['lucia', '/job-book', 'apprentices', 'To approve'],
  ] as const)('tells %s at %s that the page is for %s', async (who, path, whom, link) => {
    const { screen, api } = await renderAs(who, path);
    await expect.element(screen.getByRole('heading', { name: `This page is for ${whom}` })).toBeVisible();
    // Beside the session, only what the navigation counts.
    const counted = ['/notices', '/standing-requests', '/completions', '/wages-due'].map((path) => `GET /api${path}`);
    const asked = api.calls.map((call) => call.line).filter((line) => !counted.includes(line));
    expect(asked).toEqual(['GET /api/session']);
    await screen.getByRole('main').getByRole('link', { name: link }).click();
    await expect.element(screen.getByRole('heading', { level: 1, name: link })).toBeVisible();
  });

  test('leads an apprentice from the list of apprentices to the own record', async () => {
    const { screen, history } = await renderAs('adaeze', '/apprentices');
    await expect.element(screen.getByRole('heading', { level: 1, name: 'My record' })).toBeVisible();
    expect(history.location.pathname).toBe('/record');
  });
});
