import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { createFakeApi } from '../testing/fake-api.js';
import type { people } from '../testing/fake-world.js';
import { openPortal } from '../testing/render-as.js';

async function openPart(who: keyof typeof people, part: string) {
  const api = createFakeApi(who);
  const { id } = api.state.apprenticeships[0] ?? { id: '' };
  const { screen } = await openPortal(api, `/apprentices/${id}${part}`);
  const bar = screen.getByRole('navigation', { name: 'Parts of the record' });
  await expect.element(bar).toBeVisible();
  return { screen, bar, id };
}

const all = ['Record', 'Job Book', 'Classes', 'Agreement', 'Advanced standing', 'Wages', 'Completion'];

describe('the tabs of a record', () => {
  test.each([
    ['wanda', all],
    ['erin', [...all.slice(0, -1), 'Paid hours', 'Completion']],
    ['lucia', all.filter((name) => name !== 'Wages')],
  ] as const)('are, for %s, %s', async (who, names) => {
    const { bar } = await openPart(who, '');
    await expect
      .poll(() =>
        bar
          .getByRole('link')
          .elements()
          .map((tab) => tab.textContent),
      )
      .toEqual(names);
  });

  test('lead to the completion of this apprentice', async () => {
    const { bar, id } = await openPart('wanda', '');
    await expect
      .element(bar.getByRole('link', { name: 'Completion' }))
      .toHaveAttribute('href', `/apprentices/${id}/completion`);
  });

  test('are pushed sideways on a phone, with the present one in sight and the page no wider than the screen', async () => {
    await page.viewport(320, 640);
    try {
      const { bar } = await openPart('wanda', '/wages');
      const tab = bar.getByRole('link', { name: 'Wages' });
      await expect.element(tab).toHaveAttribute('aria-current', 'page');
      await expect.element(tab).toBeInViewport({ ratio: 1 });
      expect(document.documentElement.scrollWidth).toBe(320);
    } finally {
      await page.viewport(390, 844);
    }
  });

  test('tell a mentor who opens the wages all the same that they are not to be seen', async () => {
    const { screen } = await openPart('lucia', '/wages');
    await expect.element(screen.getByRole('alert')).toMatchTextContent('not yours to open');
  });
});
