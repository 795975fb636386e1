import { expect, test } from 'vitest';
import { mapSection } from '../testing/fake-section.js';
import { renderFrame } from '../testing/render-as.js';

const twoDays = 2 * 24 * 60 * 60_000;
const problem =
  'The list of learners could not be read: the learning platform does not answer or is busy. Journeybook tries again by itself.';

test('acceptance 22: while the platform is away the page says since when, and learners are confirmed all the same', async () => {
  const { screen } = await renderFrame((api) => {
    mapSection(api.state.section);
    const readAt = new Date(Date.now() - twoDays - 60_000).toISOString();
    api.state.section.view.roster = { state: 'failed', readAt, problem };
  });
  await expect.element(screen.getByText(/roster read 2 days ago/)).toBeVisible();
  await expect.element(screen.getByRole('alert')).toMatchTextContent(problem);
  await screen.getByRole('button', { name: 'Choose all who passed (1)' }).click();
  await screen.getByRole('button', { name: 'Confirm 1 and push' }).click();
  await expect.element(screen.getByText('1 confirmed, 16 h credited.')).toBeVisible();
  await expect.element(screen.getByText(/88.% on its way to the gradebook/)).toBeVisible();
});

test('grades that could not be read are told beside the roster that was', async () => {
  const { screen } = await renderFrame((api) => {
    mapSection(api.state.section);
    const readAt = new Date(Date.now() - twoDays - 60_000).toISOString();
    const problem = 'The grades could not be read: ask your learning platform administrator.';
    api.state.section.view.results = { state: 'failed', readAt, problem };
  });
  await expect.element(screen.getByText('roster read 2 min ago, grades read 2 days ago')).toBeVisible();
  await expect.element(screen.getByRole('alert')).toMatchTextContent('ask your learning platform administrator');
});

test.each([
  [{ roster: true, grades: false }, 'roster read 2 min ago'],
  [{ roster: false, grades: true }, 'grades read 2 min ago'],
])('what is read is told of what the platform gives: %j', async (services, told) => {
  const { screen } = await renderFrame((api) => {
    mapSection(api.state.section);
    api.state.section.view.services = services;
  });
  await expect.element(screen.getByText(told, { exact: true })).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'Read again' })).toBeVisible();
});

test('a platform that gives neither is not asked again', async () => {
  const { screen } = await renderFrame((api) => {
    mapSection(api.state.section);
    api.state.section.view.services = { roster: false, grades: false };
  });
  await expect.element(screen.getByText('Canvas lets Journeybook read neither roster nor grades')).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'Read again' })).not.toBeInTheDocument();
});
