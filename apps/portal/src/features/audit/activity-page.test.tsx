import { describe, expect, test } from 'vitest';
import { expectSoundPage } from '../../testing/expect-sound-page.js';
import { refusal } from '../../testing/fake-transport.js';
import { renderAs } from '../../testing/render-as.js';

const list = 'What was done';

describe('the activity of a sponsor', () => {
  test('says when, who, as what, about whom and from where, on the clock of the sites', async () => {
    const { screen } = await renderAs('wanda', '/activity');
    const main = screen.getByRole('navigation', { name: 'Main' });
    await expect.element(main.getByRole('link', { name: 'Our people' })).toHaveAttribute('aria-current');
    await expect.element(screen.getByRole('link', { name: 'Activity' })).toHaveAttribute('aria-current', 'page');
    const first = screen.getByRole('list', { name: list }).getByRole('listitem').first();
    await expect.element(first).toMatchTextContent('Lucia Okafor approved hours');
    await expect.element(first).toMatchTextContent('4 Mar 2026, 09:00:12 · as Mentor, Northfield Castings');
    await expect.element(first).toMatchTextContent('about Adaeze Dike · from 192.0.2.17');
    await expect.element(screen.getByText('The learning platform reported grades')).toBeVisible();
    await expect.element(screen.getByText('Marcus Hale tried to approve hours and was refused')).toBeVisible();
    await expectSoundPage();
  });
  test('goes on with earlier lines', async () => {
    const { screen } = await renderAs('wanda', '/activity');
    await screen.getByRole('button', { name: 'Show earlier' }).click();
    await expect.poll(() => screen.getByRole('list', { name: list }).getByRole('listitem').all().length).toBe(63);
    await expect.element(screen.getByRole('button', { name: 'Show earlier' })).not.toBeInTheDocument();
  });
  test('is narrowed to a person and an act, and shown whole again', async () => {
    const { screen } = await renderAs('wanda', '/activity');
    await screen.getByRole('button', { name: 'Only Lucia Okafor' }).first().click();
    await expect.element(screen.getByText('Marcus Hale tried')).not.toBeInTheDocument();
    await screen.getByRole('button', { name: 'Everybody, not only Lucia Okafor' }).click();
    await screen.getByRole('combobox', { name: 'What' }).selectOptions('approved hours');
    await expect.poll(() => screen.getByRole('list', { name: list }).getByRole('listitem').all().length).toBe(1);
    await screen.getByRole('button', { name: 'Show all' }).click();
    await expect.element(screen.getByText('The learning platform reported grades')).toBeVisible();
  });
  test('is saved as a file, which is said', async () => {
    const { screen } = await renderAs('wanda', '/activity');
    await screen.getByRole('button', { name: 'Save as a file' }).click();
    await expect.element(screen.getByText('activity-2026-03-04.csv is saved.')).toBeVisible();
  });
  test('says that there is nothing, and what to do about it when it was narrowed', async () => {
    const { screen } = await renderAs('wanda', '/activity', ({ state }) => void state.events.splice(0));
    await expect.element(screen.getByText('Nothing was done yet')).toBeVisible();
    await screen.getByRole('combobox', { name: 'What' }).selectOptions('approved hours');
    await expect.element(screen.getByText('Nothing like this was done')).toBeVisible();
    await expectSoundPage();
  });
  test('that cannot be read says why', async () => {
    const { screen } = await renderAs('wanda', '/activity', (api) => {
      const organization = api.state.signedIn?.roles[0]?.organization.id ?? '';
      const gone = refusal(404, 'not-their-organization', 'There is no such organization.');
      api.failNext(`GET /api/organizations/${organization}/activity`, gone);
    });
    await expect.element(screen.getByText('There is no such organization.')).toBeVisible();
  });
});

describe('an auditor', () => {
  test('has the apprentices, the programs and the activity, and nothing else', async () => {
    const { screen } = await renderAs('aude', '/activity');
    await expect.element(screen.getByRole('list', { name: list })).toBeVisible();
    const links = screen.getByRole('navigation').first().getByRole('link');
    await expect
      .poll(() => links.all().map((one) => one.element().textContent))
      .toEqual(['Apprentices', 'Programs', 'Activity']);
  });
});

describe('an apprentice', () => {
  test('sees who did what on their own record, and no address', async () => {
    const { screen } = await renderAs('adaeze', '/who-did-what');
    const own = screen.getByRole('list', { name: list });
    await expect.element(own).toMatchTextContent('Lucia Okafor approved hours');
    await expect.element(own).not.toMatchTextContent('192.0.2.17');
    await expectSoundPage();
  });
});

test('a mentor is told whose page it is', async () => {
  const { screen } = await renderAs('lucia', '/activity');
  await expect
    .element(screen.getByRole('heading', { name: 'This page is for administrators and auditors' }))
    .toBeVisible();
});
