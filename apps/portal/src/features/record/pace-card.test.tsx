import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { renderAs } from '../../testing/render-as.js';

async function openTomas(prepare?: Parameters<typeof renderAs>[2]) {
  const rendered = await renderAs('wanda', '/apprentices', prepare);
  await rendered.screen.getByRole('link', { name: 'Tomás Rivera' }).click();
  await expect.element(rendered.screen.getByRole('heading', { level: 1, name: 'Tomás Rivera' })).toBeVisible();
  return { ...rendered, pace: rendered.screen.getByRole('region', { name: 'Pace' }) };
}

describe('pace on the record', () => {
  test('says on which day the work will be done, against the plan', async () => {
    const { screen } = await renderAs('adaeze', '/record');
    await expect.element(screen.getByText(/^At this pace: done about .*, 4 weeks ahead of plan$/)).toBeVisible();
    await expect.element(screen.getByRole('region', { name: 'Pace' })).not.toBeInTheDocument();
  });

  test('says how late, and every reason in a sentence', async () => {
    const { screen, pace } = await openTomas();
    await expect.element(screen.getByText(/16 weeks later than planned$/)).toBeVisible();
    await expect.element(pace.getByText('16 weeks late')).toBeVisible();
    const reasons = pace.getByRole('list', { name: 'Why' }).getByRole('listitem');
    expect(reasons.elements()).toHaveLength(4);
    await expect.element(reasons.nth(1)).toMatchTextContent('2 entries (21 h) have waited 12 days for Lucia Okafor.');
    await expect.element(reasons.last()).toMatchTextContent('No class is set for Mechanical Knowledge (24 h).');
  });

  test('tells four reasons until one asks for more', async () => {
    const { pace } = await openTomas((api) => {
      const reasons = api.state.apprenticeships[1]?.pace?.reasons ?? [];
      for (const title of ['Industrial Math', 'Blueprint Reading'])
        reasons.push({ kind: 'course-not-scheduled', course: 'RTI11', title, minutes: 600 });
    });
    const reasons = pace.getByRole('list', { name: 'Why' }).getByRole('listitem');
    await expect.element(reasons.nth(3)).toBeVisible();
    expect(reasons.elements()).toHaveLength(4);
    await pace.getByRole('button', { name: 'Show 2 more reasons' }).click();
    await expect.element(reasons.nth(5)).toMatchTextContent('No class is set for Blueprint Reading (10 h).');
  });

  test('says what is behind, the most first, three work processes until one asks for more', async () => {
    const { pace } = await openTomas();
    const behind = pace.getByRole('region', { name: 'Behind an even course through the term' });
    await expect.element(behind.getByText('On the job')).toBeVisible();
    await expect.element(behind.getByText('192 h')).toBeVisible();
    await expect.element(behind.getByText('44 h')).toBeVisible();
    await expect.element(behind.getByText(/maintenance$/)).not.toBeInTheDocument();
    await behind.getByRole('button', { name: 'Show 1 more' }).click();
    await expect.element(behind.getByText(/maintenance$/)).toBeVisible();
  });

  test('names no day while nothing is worked', async () => {
    const { screen } = await renderAs('priya', '/record');
    await expect.element(screen.getByText(/^No day can be named/)).toBeVisible();
    await expect
      .element(screen.getByRole('region', { name: 'Pace' }).getByText(/since the apprenticeship began 3 weeks ago/))
      .toBeVisible();
  });

  test.each([320, 1280])('fits %i px', async (width) => {
    await page.viewport(width, 800);
    const { pace } = await openTomas();
    await expect.element(pace.getByText('16 weeks late')).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    await page.viewport(390, 844);
  });
});
