import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createFakeApi } from '../../testing/fake-api.js';
import { openPortal, renderAs } from '../../testing/render-as.js';

describe('the merged record', () => {
  test('shows what counts first, and beside it what waits', async () => {
    const { screen } = await renderAs('adaeze', '/record');
    await expect.element(screen.getByRole('button', { name: '1,862 h count: open all entries' })).toBeVisible();
    await expect.element(screen.getByText('of 3,000 hours count')).toBeVisible();
    await expect.element(screen.getByText(/wait for Lucia Okafor/).first()).toBeVisible();
    await expect.element(screen.getByText('12 h above the maximum, not counted')).toBeVisible();
    await expect.element(screen.getByText(/Northfield Castings must review it/)).toBeVisible();
  });

  test('opens the number of a work process to the entries behind it', async () => {
    const { screen, history } = await renderAs('adaeze', '/record');
    await screen.getByRole('button', { name: /^781 h count in Operate/ }).click();

    const panel = screen.getByRole('dialog', { name: '781 h in Operate production equipment' });
    await expect.element(panel.getByText('8 h', { exact: true }).first()).toBeVisible();
    await expect.element(panel.getByText(/approved by Lucia Okafor/).first()).toBeVisible();
    await expect
      .element(panel.getByRole('region', { name: 'Waiting, not counted yet' }).getByText(/7 h 30/))
      .toBeVisible();
    expect(history.location.search).toContain('open=work-process');
  });

  test('strikes a reversed entry and puts its reversal under it', async () => {
    const { screen } = await renderAs('adaeze', '/record?open=work-process:WP01');
    const line = screen.getByRole('dialog').getByRole('listitem').filter({ hasText: 'Logged to the wrong process' });
    await expect.element(line.getByText('2 h', { exact: true })).toBeVisible();
    expect(line.getByText('2 h', { exact: true }).element().tagName).toBe('S');
    await expect.element(line.getByText('−2 h', { exact: true })).toBeVisible();
    // Said once: by whom it was taken back.
    await expect.element(line.getByText(/taken back|reversal/i)).toMatchTextContent(/^taken back by Lucia Okafor/);
  });

  test('says of a skill that was kept as history that it counts to nothing today', async () => {
    localStorage.clear();
    const api = createFakeApi('adaeze');
    const entry = api.state.apprenticeships[0]?.entries.findLast((one) => one.kind === 'competency-attested');
    if (!entry?.subject) throw new Error('the fake has a signed skill');
    entry.subject = { ...entry.subject, title: 'Pour bronze', ended: true };
    const { screen } = await openPortal(api, '/record?open=all');
    const line = screen.getByRole('dialog').getByRole('listitem').filter({ hasText: 'Pour bronze' });
    await expect.element(line).toMatchTextContent(/signed off by/);
    await expect.element(line.getByText(/history: it counts to nothing in the version of today/)).toBeVisible();
  });

  test('closes what was opened with Esc, and gives the focus back', async () => {
    const { screen, history } = await renderAs('adaeze', '/record');
    const number = screen.getByRole('button', { name: /^331 h count in Produce/ });
    await number.click();
    await expect.element(screen.getByRole('dialog')).toBeVisible();
    await userEvent.keyboard('{Escape}');

    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(number).toHaveFocus();
    expect(history.location.search).toBe('');
  });

  test('shows the next page of many entries', async () => {
    const { screen } = await renderAs('adaeze', '/record?open=all');
    const panel = screen.getByRole('dialog');
    await expect.element(panel.getByRole('heading', { name: '281 entries' })).toBeVisible();
    const before = panel.getByRole('listitem').elements().length;
    await panel.getByRole('button', { name: 'Show more' }).click();
    await expect.poll(() => panel.getByRole('listitem').elements().length).toBeGreaterThan(before);
  });

  test('says what a course was credited for, by whom and when', async () => {
    const { screen } = await renderAs('adaeze', '/record');
    await screen.getByRole('button', { name: /16 h in Blueprint Reading: open the entries/ }).click();
    await expect.element(screen.getByRole('dialog').getByText(/confirmed by Rosa Silva/)).toBeVisible();
    await expect.element(screen.getByRole('dialog').getByText(/Lakeside College, Canvas: 91 %/)).toBeVisible();
  });

  test('lists what waits with whom it waits for', async () => {
    const { screen } = await renderAs('adaeze', '/record?open=waiting');
    const panel = screen.getByRole('dialog', { name: '24 h waiting' });
    await expect.element(panel.getByText('wait for Lucia Okafor').first()).toBeVisible();
    expect(panel.getByRole('listitem').elements()).toHaveLength(3);
  });

  test('opens nothing for a part that it does not have', async () => {
    const { screen } = await renderAs('adaeze', '/record?open=work-process:WP99');
    await expect.element(screen.getByRole('heading', { name: 'Instruction' })).toBeVisible();
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
  });

  test('says of a course without entries what is left and when it is credited', async () => {
    const { screen } = await renderAs('adaeze', '/record?open=course:RTI11');
    const panel = screen.getByRole('dialog', { name: /^[\d,]+ h left in Industrial/ });
    await expect.element(panel.getByText(/credited when the instructor confirms/)).toBeVisible();
  });

  test('names approach and standard to the sponsor, not to the apprentice', async () => {
    const own = await renderAs('adaeze', '/record');
    await expect.element(own.screen.getByText(/Northfield Castings · mentor Lucia Okafor/)).toBeVisible();
    await expect.element(own.screen.getByText(/standard \d/)).not.toBeInTheDocument();
    await own.screen.unmount();
    const { screen } = await renderAs('wanda', '/apprentices');
    await screen.getByRole('link', { name: 'Adaeze Dike' }).click();
    await expect.element(screen.getByText(/hybrid · standard \d/)).toBeVisible();
  });

  test('is told to be somebody else’s in plain words', async () => {
    const { screen } = await renderAs('adaeze', '/apprentices/00000000-0000-4000-8000-999999999999');
    await expect.element(screen.getByRole('alert')).toMatchTextContent('This record is not yours to open.');
  });

  test('says with marks and words how far the skills of a process have come', async () => {
    const { screen } = await renderAs('adaeze', '/record');
    await expect.element(screen.getByRole('img', { name: 'Job Book: 6 of 9 signed, 1 observed' })).toBeVisible();
    await expect.element(screen.getByRole('img', { name: 'Job Book: 7 of 10 signed, 1 demonstrated' })).toBeVisible();
  });

  test('says the least and the most of a process where they are not what is required', async () => {
    const { screen } = await renderAs('adaeze', '/record');
    await expect.element(screen.getByText('at least 160 h, up to 240 h count')).toBeVisible();
    expect(screen.getByText(/^at least/).elements()).toHaveLength(1);
  });

  test('keeps electives together, with what their group needs', async () => {
    const title = 'Electives: communication and training';
    const { screen } = await renderAs('adaeze', '/record', (api) => {
      const [own] = api.state.apprenticeships;
      if (own) own.electives = { code: 'E', title, hours: 16, courses: ['RTI12', 'RTI13', 'RTI14'] };
    });
    const group = screen.getByRole('region', { name: title });
    await expect.element(group.getByText('0 of 16 h count; some of these courses are enough')).toBeVisible();
    expect(group.getByText('8 h, to choose').elements()).toHaveLength(3);
    await screen.getByRole('button', { name: /^Show \d+ more$/ }).click();
    await expect.element(screen.getByRole('listitem').filter({ hasText: `${title}: 16 h` })).toBeVisible();
  });

  test.each([320, 286])('fits %i px when the total has minutes', async (width) => {
    await page.viewport(width, 800);
    const { screen } = await renderAs('adaeze', '/record', (api) => {
      const [first] = api.state.apprenticeships[0]?.entries ?? [];
      if (first) first.minutes = (first.minutes ?? 0) + 30;
    });
    await expect.element(screen.getByRole('button', { name: '1,862 h 30 count: open all entries' })).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    await page.viewport(390, 844);
  });

  test('fits a narrow phone', async () => {
    const { screen } = await renderAs('adaeze', '/record');
    await expect.element(screen.getByRole('heading', { name: 'Instruction' })).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(document.documentElement.clientWidth);
  });
});
