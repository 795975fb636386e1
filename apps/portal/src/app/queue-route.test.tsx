import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { refusal } from '../testing/fake-transport.js';
import { renderAs } from '../testing/render-as.js';

type Screen = Awaited<ReturnType<typeof renderAs>>['screen'];
const asked = (screen: Screen) => screen.getByRole('region', { name: 'Sign-offs asked for' });

describe('the sign-offs in a mentor’s queue', () => {
  test('stand before the hours with note, standing and age', async () => {
    const { screen } = await renderAs('lucia', '/queue');
    await expect.element(asked(screen).getByText(/I did the audit of line 2/)).toBeVisible();
    await expect.element(asked(screen).getByText(/^observed at level 2/)).toBeVisible();
    await expect.element(screen.getByText('1 sign-off asked for')).toBeVisible();
    await expect.element(screen.getByText('5 entries · 45 h')).toBeVisible();
  });

  test('are signed off in place, and leave the queue', async () => {
    const { screen, api } = await renderAs('lucia', '/queue');
    await asked(screen)
      .getByRole('button', { name: /^Sign off: Participate/ })
      .click();
    await screen.getByRole('dialog').getByLabelText('Comment').fill('Clean audit');
    await screen.getByRole('dialog').getByRole('button', { name: 'Sign off' }).click();
    await expect.element(screen.getByText(/^Participate .*: Signed off at level 3\./)).toBeVisible();
    await expect.element(asked(screen)).not.toBeInTheDocument();
    expect(api.state.apprenticeships[0]?.requests?.[0]?.state).toBe('signed-off');
    await expect.element(screen.getByRole('link', { name: /Queue/ })).toMatchTextContent('Queue5 waiting');
  });

  test('stay when the skill was only observed', async () => {
    const { screen } = await renderAs('lucia', '/queue');
    await asked(screen)
      .getByRole('button', { name: /^Observed: Participate/ })
      .click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByRole('radio', { name: '3 Performs independently' }).click();
    await dialog.getByLabelText(/^Feedback/).fill('Nearly there');
    await dialog.getByRole('button', { name: 'Record what you saw' }).click();
    await expect.element(asked(screen).getByText(/^observed at level 3/)).toBeVisible();
    await expect.element(asked(screen).getByText('“Nearly there”')).toBeVisible();
  });

  test('are declined only with what is missing, which stays when sending fails', async () => {
    const { screen, api } = await renderAs('lucia', '/queue');
    const request = api.state.apprenticeships[0]?.requests?.[0];
    await asked(screen)
      .getByRole('button', { name: /^Not yet/ })
      .click();
    const dialog = screen.getByRole('dialog', { name: 'Not yet, Adaeze Dike' });
    await dialog.getByRole('button', { name: 'Send' }).click();
    await expect.element(dialog.getByText('Say what is still missing')).toBeVisible();
    await dialog.getByLabelText(/^What is still missing/).fill('Do one with me first');
    api.failNext(
      `POST /api/sign-off-requests/${request?.id}/decline`,
      refusal(409, 'already-answered', 'This request was answered already.'),
    );
    await dialog.getByRole('button', { name: 'Send' }).click();
    await expect.element(dialog.getByRole('alert')).toMatchTextContent('answered already');
    await expect.element(dialog.getByLabelText(/^What is still missing/)).toHaveValue('Do one with me first');

    await dialog.getByRole('button', { name: 'Send' }).click();
    await expect.element(screen.getByText(/^Adaeze Dike reads what is still missing/)).toBeVisible();
    await expect.element(asked(screen)).not.toBeInTheDocument();
    expect(request).toMatchObject({ state: 'declined', answer: { feedback: 'Do one with me first' } });
  });

  test('lead to the Job Book of whoever asks', async () => {
    const { screen, history } = await renderAs('lucia', '/queue');
    await asked(screen).getByRole('link', { name: 'Adaeze Dike' }).click();
    await expect.element(screen.getByRole('heading', { name: 'Job Book of Adaeze Dike' })).toBeVisible();
    expect(history.location.pathname).toMatch(/job-book$/);
  });

  test('do not let the page say that nothing waits', async () => {
    const { screen } = await renderAs('lucia', '/queue', (api) => {
      for (const own of api.state.apprenticeships) own.hours = [];
    });
    await expect.element(screen.getByText('No hours wait for you')).toBeVisible();
    await expect.element(screen.getByText('Nothing waits for you')).not.toBeInTheDocument();
  });

  test('show the oldest three until one asks for more', async () => {
    const { screen } = await renderAs('lucia', '/queue', (api) => {
      const own = api.state.apprenticeships[0];
      const first = own?.requests?.[0];
      if (own && first)
        own.requests = ['WP01.8', 'WP01.9', 'WP01.10', 'WP02.7'].map((competency, index) => ({
          ...first,
          competency,
          id: first.id.slice(0, -1) + String(index),
        }));
    });
    await expect.element(asked(screen).getByRole('listitem').nth(2)).toBeVisible();
    expect(asked(screen).getByRole('listitem').elements()).toHaveLength(3);
    await asked(screen).getByRole('button', { name: 'Show 1 more' }).click();
    expect(asked(screen).getByRole('listitem').elements()).toHaveLength(4);
  });

  test('fit a narrow phone', async () => {
    await page.viewport(320, 800);
    const { screen } = await renderAs('lucia', '/queue');
    await expect.element(asked(screen)).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    await page.viewport(390, 844);
  });
});
