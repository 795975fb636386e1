import { describe, expect, test } from 'vitest';
import { expectSoundPage } from '../../../testing/expect-sound-page.js';
import type { FakeApi } from '../../../testing/fake-api.js';
import { createFakeApi } from '../../../testing/fake-api.js';
import { fakeContents } from '../../../testing/fake-contents.js';
import { openPortal } from '../../../testing/render-as.js';

type Who = Parameters<typeof createFakeApi>[0];

/** Opens the page of one of the fake's versions. */
async function openVersion(who: Who, place = 0, part = '', prepare?: (api: FakeApi) => void) {
  localStorage.clear();
  const api = createFakeApi(who);
  prepare?.(api);
  const version = api.state.programs.versions[place];
  return { api, ...(await openPortal(api, `/programs/${version?.id}${part}`)) };
}

describe('a published version', () => {
  test('shows everything it lays down', async () => {
    const { screen } = await openVersion('wanda');
    await expect
      .element(screen.getByRole('heading', { level: 1, name: 'Industrial Manufacturing Technician, version 2026.1' }))
      .toBeVisible();
    const processes = screen.getByRole('region', { name: 'On the job, by work process' });
    await expect
      .element(processes.getByRole('row', { name: /WP01 Operate.*at least 800 h, at most 1,200 h count/ }))
      .toBeVisible();
    await expect.element(processes.getByRole('row', { name: 'Total 2,736' })).toBeVisible();
    await expect
      .element(screen.getByRole('region', { name: 'Instruction, by course' }).getByRole('row', { name: 'Total 264' }))
      .toBeVisible();
    const wages = screen.getByRole('region', { name: 'Wages' });
    await expect.element(wages.getByRole('row', { name: /3\. Third.*50 sign.offs.*90.%.*\$23\.85/ })).toBeVisible();
    const rules = screen.getByRole('region', { name: 'Rules of the program' });
    await expect.element(rules.getByText('750 h, 4.5 months or 12 months, whichever comes first')).toBeVisible();
    await expect.element(rules.getByText('1 apprentice to 1 journeyworker')).toBeVisible();
    await expect
      .element(screen.getByRole('region', { name: 'Completion credentials' }).getByText('OSHA 10-hour'))
      .toBeVisible();
    await screen.getByRole('button', { name: /^Agency policy/ }).click();
    await expect.element(screen.getByText('16 years; a guardian signs below 18')).toBeVisible();
    await expectSoundPage();
  });

  test('unfolds its Job Book by work process, or all of it', async () => {
    const { screen } = await openVersion('wanda');
    const title = screen.getByText(/Hand over status to the next shift/);
    await expect.element(title).not.toBeVisible();
    await screen.getByRole('button', { name: /^WP01 Operate production equipment/ }).click();
    await expect.element(title).toBeVisible();
    await screen.getByRole('button', { name: 'Unfold all' }).click();
    await expect.element(screen.getByText(/Use PPE correctly/)).toBeVisible();
    await screen.getByRole('button', { name: 'Fold all' }).click();
    await expect.element(title).not.toBeVisible();
  });

  test('says what may be chosen of an elective group', async () => {
    const { screen } = await openVersion('wanda', 0, '', (api) => {
      const [version] = api.state.programs.versions;
      const { courses } = fakeContents();
      if (version)
        version.contents = fakeContents({
          electiveGroups: [{ code: 'E1', title: 'Measuring', requiredMinutes: 24 * 60 } as never],
          courses: courses.map((one) => (/RTI0[45]/.test(one.code) ? { ...one, electiveGroup: 'E1' } : one)),
        });
    });
    await expect.element(screen.getByRole('row', { name: 'Measuring: choose 24 h of 24' })).toBeVisible();
    await expect.element(screen.getByRole('row', { name: /RTI04 .*\(24\)/ })).toBeVisible();
  });

  test('can be read by an employer, who adapts it, and begun anew only by the sponsor', async () => {
    const { screen } = await openVersion('erin');
    await expect.element(screen.getByRole('link', { name: 'as it ships; adapt the Job Book' })).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'New version…' })).not.toBeInTheDocument();
  });

  test('that is none leads nowhere', async () => {
    const { screen } = await openPortal(createFakeApi('wanda'), '/programs/abc');
    await expect
      .element(screen.getByRole('main').getByRole('heading', { name: 'There is no such page' }))
      .toBeVisible();
  });
});

describe('two versions', () => {
  test('are compared by code, in hours, dollars and words', async () => {
    const { screen, history, api } = await openVersion('wanda');
    const [first, second] = api.state.programs.versions;
    await screen.getByLabelText('Compare with another version').selectOptions('Version 2027.1');
    await expect
      .element(screen.getByRole('heading', { level: 1, name: 'From version 2026.1 to 2027.1' }))
      .toBeVisible();
    expect(history.location.href).toBe(`/programs/${first?.id}/differences?with=${second?.id}`);

    await expect
      .element(screen.getByRole('listitem').filter({ hasText: 'WP01 Operate' }))
      .toMatchTextContent('1,000 h → to 900 h');
    await expect
      .element(screen.getByRole('listitem').filter({ hasText: 'WP12 Run automated cells' }))
      .toMatchTextContent('added');
    await expect.element(screen.getByRole('listitem').filter({ hasText: 'RTI13' })).toMatchTextContent('removed');
    await expect.element(screen.getByRole('region', { name: /^Terms/ })).toMatchTextContent('$26.50 → to $28.00');
    await expectSoundPage();

    await screen.getByLabelText('To').selectOptions('Version 2026.1');
    await expect.element(screen.getByText('Nothing differs between the two')).toBeVisible();
  });
});
