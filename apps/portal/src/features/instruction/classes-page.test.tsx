import { describe, expect, test } from 'vitest';
import { renderAs } from '../../testing/render-as.js';

describe('the classes', () => {
  test('stand by what is running, to do and credited, and a number opens', async () => {
    const { screen, history } = await renderAs('adaeze', '/classes');
    await expect.element(screen.getByRole('region', { name: 'Running now' }).getByText('10 h, running')).toBeVisible();
    await expect
      .element(screen.getByRole('region', { name: 'Still to do' }).getByText(/^Mechanical Knowledge/))
      .toBeVisible();
    await screen.getByRole('region', { name: 'Credited' }).getByRole('link', { name: '16 h credited' }).click();

    await expect.element(screen.getByRole('dialog', { name: '16 h in Blueprint Reading' })).toBeVisible();
    expect(history.location.pathname).toBe('/record');
  });

  test('keep the electives of a group together, whatever runs of them', async () => {
    const { screen } = await renderAs('adaeze', '/classes', (api) => {
      const [own] = api.state.apprenticeships;
      if (own) own.electives = { code: 'E', title: 'Electives', hours: 16, courses: ['RTI11', 'RTI13', 'RTI14'] };
    });
    const group = screen.getByRole('region', { name: 'Electives' });
    await expect.element(group.getByText('0 of 16 h count; some of these courses are enough')).toBeVisible();
    await expect.element(group.getByText('10 h, running')).toBeVisible();
    await expect.element(group.getByText('8 h, to choose').first()).toBeVisible();
    await expect.element(screen.getByRole('region', { name: 'Running now' })).not.toBeInTheDocument();
  });
});
