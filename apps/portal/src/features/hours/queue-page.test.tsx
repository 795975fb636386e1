import { describe, expect, test } from 'vitest';
import { refusal } from '../../testing/fake-transport.js';
import { renderAs } from '../../testing/render-as.js';

const group = (screen: Awaited<ReturnType<typeof renderAs>>['screen'], name: string) =>
  screen.getByRole('region', { name });

describe('the mentor’s queue', () => {
  test('groups what waits by apprentice and says what to look at', async () => {
    const { screen } = await renderAs('lucia', '/queue');
    await expect.element(group(screen, 'Adaeze Dike').getByText('press line 2').first()).toBeVisible();
    await expect.element(group(screen, 'Tomás Rivera').getByText('13 h in one day')).toBeVisible();
    await expect.element(group(screen, 'Tomás Rivera').getByText('Logged 29 days late')).toBeVisible();
    await expect.element(screen.getByText('5 entries · 45 h')).toBeVisible();
  });

  test('approves what is chosen, and takes it back', async () => {
    const { screen } = await renderAs('lucia', '/queue');
    await screen.getByRole('checkbox', { name: 'All of Adaeze Dike' }).click();
    await screen.getByRole('button', { name: 'Approve 3 entries, 24 h' }).click();
    await expect.element(screen.getByText('3 entries approved.')).toBeVisible();
    await expect.element(group(screen, 'Adaeze Dike')).not.toBeInTheDocument();
    await expect.element(screen.getByRole('link', { name: /Queue/ })).toMatchTextContent('Queue3 waiting');

    await screen.getByRole('button', { name: 'Undo' }).click();
    await expect.element(group(screen, 'Adaeze Dike')).toBeVisible();
    await expect.element(screen.getByText('3 entries approved.')).not.toBeInTheDocument();
  });

  test('says so when the undo comes too late', async () => {
    const { screen, api } = await renderAs('lucia', '/queue');
    await screen.getByRole('checkbox', { name: 'All of Adaeze Dike' }).click();
    await screen.getByRole('button', { name: /^Approve 3/ }).click();
    api.failNext('POST /api/approvals/undo', refusal(409, 'too-late-to-undo', 'It is too late to take this back.'));
    await screen.getByRole('button', { name: 'Undo' }).click();
    await expect.element(screen.getByRole('alert')).toMatchTextContent('It is too late to take this back.');
  });

  test('returns entries only with a reason, which stays when sending fails', async () => {
    const { screen, api } = await renderAs('lucia', '/queue');
    await screen.getByRole('checkbox', { name: 'All of Tomás Rivera' }).click();
    await screen.getByRole('button', { name: 'Return…' }).click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Return', exact: true }).click();
    await expect.element(dialog.getByText('Say what is wrong')).toBeVisible();

    await dialog.getByLabelText(/What is wrong/).fill('13 h cannot be right');
    api.failNext('POST /api/returns', 'unreachable');
    await dialog.getByRole('button', { name: 'Return', exact: true }).click();
    await expect.element(dialog.getByRole('alert')).toMatchTextContent('cannot be reached');
    await expect.element(dialog.getByLabelText(/What is wrong/)).toHaveValue('13 h cannot be right');

    await dialog.getByRole('button', { name: 'Return', exact: true }).click();
    await expect.element(screen.getByText('2 entries returned.')).toBeVisible();
    expect(api.state.apprenticeships[1]?.hours[0]).toMatchObject({
      status: 'returned',
      reason: '13 h cannot be right',
    });
  });

  test('decides nothing when something changed since, and says what', async () => {
    const { screen, api } = await renderAs('lucia', '/queue');
    await screen.getByRole('checkbox', { name: 'All of Adaeze Dike' }).click();
    await expect.element(screen.getByRole('button', { name: 'Approve 3 entries, 24 h' })).toBeVisible();
    const changed = api.state.apprenticeships[0]?.hours[0];
    if (changed) Object.assign(changed, { minutes: 300, version: 2 });
    await screen.getByRole('button', { name: 'Approve 3 entries, 24 h' }).click();

    await expect
      .element(screen.getByRole('alert'))
      .toMatchTextContent(/was 7 h 30, now 5 h in Operate production equipment/);
    await expect.element(screen.getByRole('button', { name: 'Approve 3 entries, 21 h 30' })).toBeVisible();
    expect(api.state.apprenticeships[0]?.hours.filter((entry) => entry.status === 'approved')).toHaveLength(1);
  });

  test('leaves what can only be returned out of what is chosen with the others, and says why', async () => {
    const { screen, api } = await renderAs('lucia', '/queue', (api) => {
      const first = api.state.apprenticeships[0]?.hours.find((entry) => entry.status === 'submitted');
      if (first) api.state.blocked[first.id] = 'The apprenticeship was suspended on that day.';
    });
    const adaeze = group(screen, 'Adaeze Dike');
    await expect.element(adaeze.getByText('The apprenticeship was suspended on that day.')).toBeVisible();
    await screen.getByRole('checkbox', { name: 'All of Adaeze Dike' }).click();
    await screen.getByRole('button', { name: /^Approve 2 entries/ }).click();
    await expect.element(screen.getByText('2 entries approved.')).toBeVisible();
    await adaeze.getByRole('checkbox').click();
    await expect.element(screen.getByRole('button', { name: 'Return…' })).toBeVisible();
    await expect.element(screen.getByRole('button', { name: /^Approve/ })).not.toBeInTheDocument();
    expect(api.state.apprenticeships[0]?.hours.filter((entry) => entry.status === 'submitted')).toHaveLength(1);
  });

  test('is empty in plain words', async () => {
    const { screen } = await renderAs('lucia', '/queue', (api) => {
      for (const own of api.state.apprenticeships) Object.assign(own, { hours: [], requests: [] });
    });
    await expect.element(screen.getByText('Nothing waits for you')).toBeVisible();
  });
});
