import type { MoveProposal } from '@journeybook/contracts';
import { describe, expect, test } from 'vitest';
import { expectSoundPage } from '../../../testing/expect-sound-page.js';
import { createFakeApi } from '../../../testing/fake-api.js';
import { openPortal } from '../../../testing/render-as.js';

async function openMove(who: 'wanda' | 'erin', chosen = true, formerSkills: string[] = []) {
  localStorage.clear();
  const api = createFakeApi(who);
  const own = api.state.apprenticeships[0];
  const later = api.state.programs.versions[1];
  if (!own || !later) throw new Error('the fake has an apprentice and a later version');
  own.formerSkills = formerSkills;
  const path = `/apprentices/${own.id}/move${chosen ? `?to=${later.id}` : ''}`;
  const { screen, history } = await openPortal(api, path);
  await expect.element(screen.getByRole('heading', { level: 1, name: 'Move to another version' })).toBeVisible();
  const sent = () => api.calls.find((call) => call.line === `POST /api/apprenticeships/${own.id}/move`)?.body;
  return { screen, history, api, own, later, sent };
}

describe('moving an apprentice', () => {
  test('begins with a choice of version', async () => {
    const { screen, history, later } = await openMove('wanda', false);
    await screen.getByRole('button', { name: 'Version 2027.1' }).click();
    await expect.element(screen.getByText(/98 codes in both versions/)).toBeVisible();
    expect(history.location.search).toBe(`?to=${later.id}`);
  });

  test('is the sponsor’s to do', async () => {
    const { screen } = await openMove('erin', false);
    await expect.element(screen.getByText('Nothing to move here')).toBeVisible();
  });

  test('says that there is no other version, rather than that it is nobody’s to do', async () => {
    const api = createFakeApi('wanda');
    const own = api.state.apprenticeships[0];
    const agreement = api.state.agreements.find((one) => one.apprenticeship.id === own?.id);
    if (!own || !agreement) throw new Error('the fake has an agreement');
    agreement.otherVersions = [];
    const { screen } = await openPortal(api, `/apprentices/${own.id}/move`);
    await expect.element(screen.getByText('There is no other version')).toBeVisible();
  });

  test('shows what ends, what has signed work and must go somewhere, and what is new', async () => {
    const { screen } = await openMove('wanda');
    const skills = screen.getByRole('region', { name: /^Competencies/ });
    await expect.element(skills.getByRole('listitem').first()).toMatchTextContent(/WP01\.1 .* signed or waiting/);
    await expect
      .element(skills.getByText('Signed work or waiting hours stand behind it: say where it goes.'))
      .toBeVisible();
    await expect.element(skills.getByLabelText('WP01.9 goes to')).toHaveDisplayValue('ends here');
    await expect
      .element(screen.getByRole('region', { name: /^New in 2027.1/ }))
      .toMatchTextContent('WP12 Run automated cells');
    await screen.getByRole('button', { name: /^98 codes in both versions/ }).click();
    await expect.element(screen.getByText('stays WP02, now “Make products that meet quality standards”')).toBeVisible();
    await expectSoundPage();
  });

  test('is carried out with a reason once everything signed has a place', async () => {
    const { screen, history, own, later, sent } = await openMove('wanda');
    await screen.getByRole('button', { name: 'Move to version 2027.1' }).click();
    await expect
      .element(screen.getByRole('alert'))
      .toMatchTextContent('1 line with signed work or waiting hours still needs a place');
    await expect.element(screen.getByLabelText('WP01.1 goes to')).toHaveFocus();
    await screen.getByLabelText('WP01.1 goes to').selectOptions('WP01.11 Start up and shut down safely');
    await screen.getByRole('button', { name: 'Move to version 2027.1' }).click();
    await expect.element(screen.getByText('Say why the apprentice moves')).toBeVisible();
    await screen.getByLabelText(/^Reason/).fill('The program was renewed');
    await screen.getByRole('button', { name: 'Move to version 2027.1' }).click();

    await expect.element(screen.getByRole('heading', { level: 1, name: 'Adaeze Dike' })).toBeVisible();
    expect(history.location.pathname).toBe(`/apprentices/${own.id}`);
    const body = sent() as { to: string; reason: string; mapping: MoveProposal['mapping'] };
    expect(body).toMatchObject({ to: later.id, reason: 'The program was renewed' });
    expect(body.mapping).toHaveLength(101);
    expect(body.mapping.filter((one) => one.from !== one.to)).toEqual([
      { subject: 'course', from: 'RTI13', to: null },
      { subject: 'competency', from: 'WP01.1', to: 'WP01.11' },
      { subject: 'competency', from: 'WP01.9', to: null },
    ]);
  });

  test('lets a skill that only a former employer has be kept as history, and no other', async () => {
    const { screen, history, own, sent } = await openMove('wanda', true, ['WP01.1']);
    const choice = screen.getByLabelText('WP01.1 goes to');
    await choice.selectOptions('keep as history');
    await expect.element(screen.getByText(/What was signed stays readable on the record/)).toBeVisible();
    await expect
      .element(screen.getByText('Signed work or waiting hours stand behind it: say where it goes.'))
      .not.toBeInTheDocument();
    const others = screen.getByLabelText('WP01.9 goes to').element() as HTMLSelectElement;
    expect([...others.options].map((one) => one.label)).not.toContain('keep as history');
    await expectSoundPage();
    await choice.selectOptions('WP01.11 Start up and shut down safely');
    await choice.selectOptions('keep as history');
    await screen.getByLabelText(/^Reason/).fill('Nobody pours here');
    await screen.getByRole('button', { name: 'Move to version 2027.1' }).click();
    await expect.element(screen.getByRole('heading', { level: 1, name: 'Adaeze Dike' })).toBeVisible();
    expect(history.location.pathname).toBe(`/apprentices/${own.id}`);
    const { mapping } = sent() as { mapping: MoveProposal['mapping'] };
    expect(mapping.filter((one) => one.from === 'WP01.1')).toEqual([
      { subject: 'competency', from: 'WP01.1', to: null, asHistory: true },
    ]);
  });

  test('never makes one competency of two signed ones', async () => {
    const { screen, sent } = await openMove('wanda');
    await screen.getByLabelText('WP01.1 goes to').selectOptions('WP01.2');
    await expect.element(screen.getByText(/Another signed competency goes there too/).first()).toBeVisible();
    await screen.getByLabelText(/^Reason/).fill('Renewed');
    await screen.getByRole('button', { name: 'Move to version 2027.1' }).click();
    await expect.element(screen.getByRole('alert')).toMatchTextContent('2 lines with signed work');
    expect(sent()).toBeUndefined();
  });

  test('may send a code that stays elsewhere', async () => {
    const { screen } = await openMove('wanda');
    await screen.getByRole('button', { name: /^98 codes in both versions/ }).click();
    await screen.getByRole('button', { name: 'Change where RTI12 goes' }).click();
    await screen.getByLabelText('RTI12 goes to').selectOptions('RTI15 Robotics basics');
    await expect
      .element(screen.getByRole('region', { name: /^New in 2027.1/ }))
      .toMatchTextContent('RTI12 Communication Skills');
  });
});
