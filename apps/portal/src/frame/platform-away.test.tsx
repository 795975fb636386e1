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
