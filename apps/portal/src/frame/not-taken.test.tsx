import { describe, expect, test } from 'vitest';
import { expectSoundPage } from '../testing/expect-sound-page.js';
import type { FakeApi } from '../testing/fake-api.js';
import { mapSection } from '../testing/fake-section.js';
import { momentAgo } from '../testing/fake-world.js';
import { renderFrame } from '../testing/render-as.js';

const locked = 'The grade could not be delivered: the grade is locked.';
type Row = FakeApi['state']['section']['view']['learners'][number];

const refuse = (row: Row | undefined, percent: number | null = 91) => {
  if (row) row.push = { state: 'refused', percent, graded: true, at: momentAgo(0), message: locked };
};
const twoRefused = (api: FakeApi) => {
  mapSection(api.state.section);
  const [adaeze, marcus] = api.state.section.view.learners;
  if (adaeze && marcus) adaeze.credit = marcus.credit;
  refuse(adaeze, 88);
  refuse(marcus);
};
const first = 'The hours count all the same.';

describe('grades that the gradebook did not take', () => {
  test('are told above the list as soon as that is known, and found from there', async () => {
    const { screen, api } = await renderFrame((api) => mapSection(api.state.section));
    await screen.getByRole('button', { name: 'Choose all who passed (1)' }).click();
    await screen.getByRole('button', { name: 'Confirm 1 and push' }).click();
    await expect.element(screen.getByText('1 confirmed, 16 h credited.')).toBeVisible();
    expect(screen.getByText(/pushed again/).query()).toBeNull();
    expect(screen.getByText(/not taken by the gradebook/).query()).toBeNull();
    // What the platform answers comes with the next reading of the page.
    refuse(api.state.section.view.learners[0], 88);
    const said = screen.getByRole('status').filter({ hasText: `1 grade was not taken by the gradebook. ${first}` });
    await expect.element(said, { timeout: 6_000 }).toBeVisible();
    await expect.element(screen.getByText('1 confirmed, 16 h credited.')).toBeVisible();
    await expectSoundPage();

    await screen.getByRole('button', { name: 'Show it', exact: true }).click();
    await expect.element(screen.getByText(locked)).toBeVisible();
    await expect.element(screen.getByText('Sam Ortiz')).not.toBeInTheDocument();
    await screen.getByRole('button', { name: 'Show all learners' }).click();
    await expect.element(screen.getByText('Sam Ortiz')).toBeVisible();
  });
  test('are counted, and said no more when they are pushed again', async () => {
    const { screen, api } = await renderFrame(twoRefused);
    await expect.element(screen.getByText(`2 grades were not taken by the gradebook. ${first}`)).toBeVisible();
    await screen.getByRole('button', { name: 'Show them' }).click();
    await screen.getByRole('checkbox', { name: 'Confirm Marcus Hale' }).click();
    await screen.getByRole('button', { name: 'Push 1 again' }).click();
    await expect.element(screen.getByText(`1 grade was not taken by the gradebook. ${first}`)).toBeVisible();
    expect(api.state.section.view.learners[1]?.push?.state).toBe('waiting');
  });
  test('are chosen all at once to be pushed again', async () => {
    const { screen, api } = await renderFrame(twoRefused);
    await screen.getByRole('button', { name: 'Choose them to push again (2)' }).click();
    await expect.element(screen.getByRole('button', { name: /^Choose them/ })).not.toBeInTheDocument();
    await screen.getByRole('button', { name: 'Push 2 again' }).click();
    await expect.element(screen.getByText('2 had the hours already; 2 grades are pushed again.')).toBeVisible();
    await expect.element(screen.getByText(/not taken by the gradebook/)).not.toBeInTheDocument();
    expect(api.state.section.view.learners.slice(0, 2).map(({ push }) => push?.state)).toEqual(['waiting', 'waiting']);
    // What was said of them is over with the next confirmation.
    refuse(api.state.section.view.learners[1]);
    await screen.getByRole('button', { name: 'Read again' }).click();
    await screen.getByRole('checkbox', { name: 'Confirm Marcus Hale' }).click();
    api.failNext('POST /api/section/completions', 'unreachable');
    await screen.getByRole('button', { name: 'Push 1 again' }).click();
    await expect.element(screen.getByText(/cannot be reached/)).toBeVisible();
    expect(screen.getByText(/pushed again/).query()).toBeNull();
  });
  test('stay on the list of them while another grade is typed', async () => {
    const { screen } = await renderFrame((api) => {
      mapSection(api.state.section);
      refuse(api.state.section.view.learners[1]);
    });
    await screen.getByRole('button', { name: 'Show it', exact: true }).click();
    const grade = screen.getByRole('textbox', { name: 'Grade of Marcus Hale, percent' });
    await grade.fill('A');
    await expect.element(grade).toHaveValue('A');
    await expect.element(screen.getByText('grade is no percentage')).toBeVisible();
  });
  test('are told apart from one that was to be taken out again', async () => {
    const { screen } = await renderFrame((api) => {
      mapSection(api.state.section);
      refuse(api.state.section.view.learners[0], null);
    });
    await expect
      .element(screen.getByRole('status').filter({ hasText: /still shows what was taken back here.*Adaeze Dike\.$/ }))
      .toBeVisible();
    expect(screen.getByRole('button', { name: /^Show (it|them)$/ }).query()).toBeNull();
  });
  test('are not spoken of when there are none, and the place to say so is there', async () => {
    const { screen } = await renderFrame((api) => mapSection(api.state.section));
    await expect.element(screen.getByText('Adaeze Dike').first()).toBeVisible();
    expect(screen.getByText(/taken by the gradebook/).query()).toBeNull();
    expect(screen.getByRole('status').elements().length).toBeGreaterThan(1);
  });
});
