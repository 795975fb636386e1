import type { CustomChangeView } from '@journeybook/contracts';
import { describe, expect, test } from 'vitest';
import { expectSoundPage } from '../../../testing/expect-sound-page.js';
import { createFakeApi, type FakeApi } from '../../../testing/fake-api.js';
import { customisationIn } from '../../../testing/fake-customisation.js';
import { refusal } from '../../../testing/fake-transport.js';
import { northfield } from '../../../testing/fake-world.js';
import { openPortal } from '../../../testing/render-as.js';

const change = (one: object) => one as CustomChangeView;

async function openJobBook(who: 'erin' | 'wanda', prepare?: (own: ReturnType<typeof customisationIn>) => void) {
  localStorage.clear();
  const api = createFakeApi(who);
  const standard = api.state.programs.versions[0]?.id ?? '';
  const own = customisationIn(api.state, standard);
  prepare?.(own);
  const path = `/programs/${standard}/employers/${northfield.id}`;
  const { screen } = await openPortal(api, path);
  await expect
    .element(screen.getByRole('heading', { level: 1, name: 'Job Book at Northfield Castings' }))
    .toBeVisible();
  return { screen, api, own, line: `POST /api/standards/${standard}/customisations/${northfield.id}` };
}

const sent = (api: FakeApi, line: string) => api.calls.filter((call) => call.line === line).map((call) => call.body);

describe('what an employer makes its own', () => {
  test('names local options', async () => {
    const { screen, own } = await openJobBook('erin');
    await screen.getByRole('button', { name: 'Name it: WP06' }).click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Name it' }).click();
    await expect.element(dialog.getByText('Give it a name')).toBeVisible();
    await dialog.getByRole('textbox').fill('Core making');
    await dialog.getByRole('button', { name: 'Name it' }).click();
    await expect.element(screen.getByRole('region', { name: 'Local options' })).toMatchTextContent('Core making 136 h');
    await expect.element(screen.getByRole('region', { name: '1 change' })).toMatchTextContent('Erin Schultz');
    expect(own.changes[0]?.change).toEqual({ kind: 'local-process-named', workProcess: 'WP06', title: 'Core making' });
  });

  test('names sector-specific courses that add up to the hours', async () => {
    const { screen, own } = await openJobBook('erin');
    await screen.getByRole('button', { name: 'Name courses: RTI01' }).click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByLabelText('Title').fill('Foundry sand');
    await dialog.getByLabelText('Hours').fill('18');
    await dialog.getByRole('button', { name: 'Another course' }).click();
    await dialog.getByLabelText('Title').last().fill('Melt safety');
    await dialog.getByLabelText('Hours').last().fill('10');
    await expect.element(dialog.getByText('28 h of 30 h')).toBeVisible();
    await dialog.getByRole('button', { name: 'Name them' }).click();
    await expect.element(dialog.getByRole('alert')).toMatchTextContent('Together they have 2 h too few.');
    await expectSoundPage();
    await dialog.getByLabelText('Hours').last().fill('12');
    await dialog.getByRole('button', { name: 'Name them' }).click();
    await expect
      .element(screen.getByRole('region', { name: 'Sector-specific courses' }))
      .toMatchTextContent('RTI01-1 Foundry sand 18 h');
    expect(own.changes[0]?.change).toMatchObject({ parts: [{ requiredMinutes: 1_080 }, { requiredMinutes: 720 }] });
  });

  test('rewords, sets aside with a reason, and adds', async () => {
    const { screen } = await openJobBook('erin');
    await screen.getByRole('button', { name: 'Reword WP01.2' }).click();
    await screen.getByRole('dialog').getByRole('textbox').fill('Run press line 2');
    await screen.getByRole('dialog').getByRole('button', { name: 'Reword' }).click();
    await expect
      .element(screen.getByText('the program says: Perform and monitor the process to make the product'))
      .toBeVisible();

    await screen.getByRole('button', { name: 'Set aside WP01.3' }).click();
    await screen.getByRole('dialog').getByRole('button', { name: 'Set aside' }).click();
    await expect.element(screen.getByText('Say why it does not apply')).toBeVisible();
    await screen.getByRole('dialog').getByRole('textbox').fill('No such rules here');
    await screen.getByRole('dialog').getByRole('button', { name: 'Set aside' }).click();
    await expect.element(screen.getByText('set aside: No such rules here', { exact: false }).first()).toBeVisible();

    await screen.getByRole('button', { name: 'Add a competency to WP01' }).click();
    const dialog = screen.getByRole('dialog');
    await expect.element(dialog.getByLabelText(/^Code/)).toHaveValue('WP01.L1');
    await dialog.getByLabelText(/^What the apprentice can do/).fill('Pour from a ladle');
    await expectSoundPage();
    await dialog.getByRole('button', { name: 'Add it' }).click();
    await expect
      .element(screen.getByRole('listitem').filter({ hasText: /WP01\.L1 Pour from a ladle added/ }))
      .toBeVisible();
    await expect.element(screen.getByRole('region', { name: '3 changes' })).toBeVisible();
    await expectSoundPage();
  });

  test('keeps what was typed when it is refused, and goes on from what is there then', async () => {
    const { screen, api, own, line } = await openJobBook('erin');
    await screen.getByRole('button', { name: 'Reword WP01.2' }).click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Run press line 2');
    own.edition += 1;
    await dialog.getByRole('button', { name: 'Reword' }).click();
    await expect.element(dialog.getByRole('alert')).toMatchTextContent('Somebody else changed this Job Book meanwhile');
    await expect.element(dialog.getByRole('textbox')).toHaveValue('Run press line 2');
    await expect
      .poll(
        () => api.calls.filter((call) => call.line.startsWith('GET') && call.line.includes('/customisations/')).length,
      )
      .toBe(2);
    await dialog.getByRole('button', { name: 'Reword' }).click();
    await expect.element(dialog).not.toBeInTheDocument();
    expect(sent(api, line)).toHaveLength(2);
  });

  test('makes the changes of the version before again, one after the other', async () => {
    const { screen, api, line } = await openJobBook('erin', (own) => {
      own.earlier = [
        change({ kind: 'local-process-named', workProcess: 'WP06', title: 'Core making' }),
        change({ kind: 'competency-set-aside', competency: 'WP01.3', reason: 'no such rules' }),
      ];
    });
    await expect.element(screen.getByText('WP06 is named “Core making”')).toBeVisible();
    await screen.getByRole('button', { name: 'Make all 2 again' }).click();
    await expect.element(screen.getByText('2 changes made again.')).toBeVisible();
    expect(sent(api, line)).toMatchObject([{ edition: 0 }, { edition: 1 }]);
    await expect.element(screen.getByRole('region', { name: 'Local options' })).toMatchTextContent('Core making');
  });

  test('stops at a change that is refused, and keeps those before it', async () => {
    const { screen, api, line } = await openJobBook('erin', (own) => {
      own.earlier = [
        change({ kind: 'competency-set-aside', competency: 'NONE', reason: 'gone' }),
        change({ kind: 'local-process-named', workProcess: 'WP06', title: 'Core making' }),
      ];
    });
    api.failNext(line, refusal(422, 'unknown-competency', 'There is no such competency any more.'));
    await screen.getByRole('button', { name: 'Make all 2 again' }).click();
    await expect.element(screen.getByRole('alert')).toMatchTextContent('There is no such competency any more.');
    expect(sent(api, line)).toHaveLength(1);
  });

  test('is only read by the sponsor', async () => {
    const { screen } = await openJobBook('wanda', (own) => {
      own.earlier = [change({ kind: 'local-process-named', workProcess: 'WP06', title: 'Core making' })];
    });
    await expect.element(screen.getByText('Only Northfield Castings changes it.')).toBeVisible();
    await expect
      .element(screen.getByRole('button', { name: /Reword|Set aside|Name|Add|Make/ }))
      .not.toBeInTheDocument();
  });
});
