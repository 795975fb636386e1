import { describe, expect, test } from 'vitest';
import { expectSoundPage } from '../../testing/expect-sound-page.js';
import { createFakeApi } from '../../testing/fake-api.js';
import type { people } from '../../testing/fake-world.js';
import { openPortal } from '../../testing/render-as.js';

async function openAgreement(who: keyof typeof people) {
  const api = createFakeApi(who);
  const [adaeze] = api.state.apprenticeships;
  const opened = await openPortal(api, `/apprentices/${adaeze?.id}/agreement`);
  await expect.element(opened.screen.getByRole('heading', { name: 'The agreement' })).toBeVisible();
  return { api, ...opened };
}

describe('a code for the learning platform', () => {
  test('is given by the sponsor and shown once, with how long it works', async () => {
    const { screen } = await openAgreement('wanda');
    await screen.getByRole('button', { name: 'Give a code' }).click();
    await expect.element(screen.getByText('ABCD2345')).toBeVisible();
    await expect.element(screen.getByText(/It works once, until .+, and is not shown again/)).toBeVisible();
    await expectSoundPage();
  });
});
