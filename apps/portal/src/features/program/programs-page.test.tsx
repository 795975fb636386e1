import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { expectSoundPage } from '../../testing/expect-sound-page.js';
import { renderAs } from '../../testing/render-as.js';

const file = (name: string, text: string) => new File([text], name);

describe('programs', () => {
  test('show their sponsor versions and drafts, with who is bound and what is wrong', async () => {
    const { screen } = await renderAs('wanda', '/programs');
    const program = screen.getByRole('region', { name: 'Industrial Manufacturing Technician' });
    await expect.element(program).toMatchTextContent('RAPIDS 2031HY');
    const lines = program
      .getByRole('listitem')
      .elements()
      .map((line) => line.textContent);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/Draft of 2028.1.*draft, 2 errors/);
    expect(lines[1]).toMatch(/Version 2027.1.*published.*0 apprentices/);
    expect(lines[2]).toMatch(/Version 2026.1.*2,736 h on the job.*3 apprentices/);
    await expectSoundPage();
  });

  test('show an employer what is published, with the way to its own Job Book', async () => {
    const { screen, history } = await renderAs('erin', '/programs');
    await expect.element(screen.getByRole('link', { name: 'Version 2026.1' })).toBeVisible();
    await expect.element(screen.getByText(/Draft of/)).not.toBeInTheDocument();
    await expect.element(screen.getByRole('button', { name: 'New version…' })).not.toBeInTheDocument();
    await screen.getByRole('link', { name: 'Adapt the Job Book at Northfield Castings, version 2026.1' }).click();
    await expect.element(screen.getByRole('heading', { name: 'Job Book at Northfield Castings' })).toBeVisible();
    expect(history.location.pathname).toMatch(/^\/programs\/.+\/employers\/.+/);
  });

  test('are no page for a mentor', async () => {
    const { screen, api } = await renderAs('lucia', '/programs');
    await expect
      .element(screen.getByRole('heading', { name: 'This page is for sponsors and employers' }))
      .toBeVisible();
    expect(api.calls.some((call) => call.line === 'GET /api/standards')).toBe(false);
  });

  test('say what to do when there is none', async () => {
    const { screen } = await renderAs('wanda', '/programs', (api) => {
      api.state.programs.versions = [];
    });
    await expect.element(screen.getByText(/Begin with the IMT program as it ships/)).toBeVisible();
  });

  test('say why they cannot be shown', async () => {
    const { screen } = await renderAs('wanda', '/programs', (api) => {
      api.failNext('GET /api/standards', 'unreachable');
      api.failNext('GET /api/standards', 'unreachable');
    });
    await expect.element(screen.getByRole('alert')).toMatchTextContent('Journeybook cannot be reached');
    await screen.getByRole('button', { name: 'Try again' }).click();
    await expect.element(screen.getByRole('link', { name: 'Version 2026.1' })).toBeVisible();
  });
});

describe('a new version', () => {
  test('begins as a draft of a published one', async () => {
    const { screen, api } = await renderAs('wanda', '/programs');
    await screen.getByRole('button', { name: 'New version…' }).click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Begin the draft' }).click();
    await expect.element(dialog.getByText('Name the version')).toBeVisible();
    await expectSoundPage();
    await dialog.getByLabelText('Begin with').selectOptions('Industrial Manufacturing Technician, version 2027.1');
    await dialog.getByLabelText(/^Name of the new version/).fill('2029.1');
    await dialog.getByRole('button', { name: 'Begin the draft' }).click();

    await expect.element(screen.getByRole('heading', { level: 1, name: 'Draft of 2029.1' })).toBeVisible();
    const { versions } = api.state.programs;
    expect(api.calls.find((call) => call.line === 'POST /api/standard-drafts')?.body).toEqual({
      from: versions[1]?.id,
      version: '2029.1',
    });
  });

  test('begins with the IMT program as it ships', async () => {
    const { screen, api } = await renderAs('wanda', '/programs');
    await screen.getByRole('button', { name: 'New version…' }).click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByLabelText('Begin with').selectOptions('The IMT program as it ships');
    await dialog.getByLabelText(/^Name of the new version/).fill('1');
    await dialog.getByRole('button', { name: 'Begin the draft' }).click();
    await expect.element(screen.getByRole('heading', { level: 1, name: 'Draft of 1' })).toBeVisible();
    expect(api.calls.find((call) => call.line === 'POST /api/standard-drafts')?.body).toMatchObject({ from: null });
  });
});

describe('importing a program', () => {
  const open = async () => {
    const rendered = await renderAs('wanda', '/programs');
    await rendered.screen.getByRole('button', { name: 'Import…' }).click();
    return { ...rendered, dialog: rendered.screen.getByRole('dialog') };
  };

  test('lists the faults of a file by sheet, row and column, and changes nothing', async () => {
    const { dialog, api } = await open();
    await userEvent.upload(dialog.getByLabelText('File'), file('program.xlsx', 'faulty'));
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    const faults = dialog.getByRole('list', { name: 'Faults of the file' });
    await expect.element(faults.getByText('WorkProcesses, row 4, Minimum Hours')).toBeVisible();
    await expect.element(faults.getByText('RTI04 stands twice')).toBeVisible();
    expect(api.state.programs.versions).toHaveLength(3);
    await expectSoundPage();
  });

  test('makes a draft of a good one, and shows what it could not carry over', async () => {
    const { screen, dialog, api } = await open();
    await userEvent.upload(dialog.getByLabelText('File'), file('program.yaml', 'good'));
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await expect.element(screen.getByRole('heading', { level: 1, name: 'Draft of program.yaml' })).toBeVisible();
    await expect.element(screen.getByRole('note')).toMatchTextContent('probationary period');
    expect(api.calls.find((call) => call.line === 'POST /api/standard-drafts/import')?.body).toEqual({
      fileName: 'program.yaml',
      contentBase64: btoa('good'),
    });
  });

  test('sends nothing that cannot be a program', async () => {
    const { dialog, api } = await open();
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await expect.element(dialog.getByText('Choose a file')).toBeVisible();
    await userEvent.upload(dialog.getByLabelText('File'), file('photo.png', 'x'));
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await expect.element(dialog.getByText(/Choose a workbook/)).toBeVisible();
    expect(api.calls.some((call) => call.line.endsWith('/import'))).toBe(false);
  });
});
