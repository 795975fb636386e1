import { describe, expect, test } from 'vitest';
import { createFakeApi } from '../../testing/fake-api.js';
import type { people } from '../../testing/fake-world.js';
import { expectSoundPage } from '../../testing/expect-sound-page.js';
import { waitingInvitation } from '../../testing/fake-people.js';
import { openPortal } from '../../testing/render-as.js';

async function openAgreement(who: keyof typeof people, known: { hasAddress: boolean } | null) {
  const api = createFakeApi(who);
  const { id } = api.state.apprenticeships[0] ?? { id: '' };
  if (known) api.state.people.withoutSignIn.set(id, { ...known, invitation: null });
  const opened = await openPortal(api, `/apprentices/${id}/agreement`);
  await expect.element(opened.screen.getByRole('heading', { name: 'The agreement' })).toBeVisible();
  return { api, ...opened };
}

describe('an apprentice without a sign-in', () => {
  test('is invited at an address that is asked for, and the invitation taken back', async () => {
    const { screen } = await openAgreement('erin', { hasAddress: false });
    await screen.getByRole('button', { name: 'Invite to sign in' }).click();
    await screen.getByRole('textbox', { name: 'E-mail' }).fill('adaeze@example.org');
    await screen.getByRole('button', { name: 'Invite', exact: true }).click();
    await expect.element(screen.getByText('A letter went to adaeze@example.org.')).toBeVisible();
    await expect.element(screen.getByText(/Adaeze Dike is invited at adaeze@example.org/)).toBeVisible();
    await screen.getByRole('button', { name: 'Take back' }).click();
    await expect.element(screen.getByRole('button', { name: 'Invite to sign in' })).toBeVisible();
  });
  test('is invited with one tap when an address is on file', async () => {
    const { screen } = await openAgreement('wanda', { hasAddress: true });
    await screen.getByRole('button', { name: 'Invite to sign in' }).click();
    await expect.element(screen.getByText('A letter went to on.file@example.org.')).toBeVisible();
  });
  test('is nothing that a mentor decides', async () => {
    const { screen, api } = await openAgreement('lucia', { hasAddress: true });
    await expect.element(screen.getByRole('heading', { name: 'Sign-in' })).not.toBeInTheDocument();
    expect(api.calls.map(({ line }) => line).join()).not.toContain('/sign-in');
  });
});

test('an apprentice with a sign-in is not invited to one', async () => {
  const { screen } = await openAgreement('erin', null);
  await expect.element(screen.getByRole('heading', { name: 'Sign-in' })).not.toBeInTheDocument();
});

test('nothing is asked about the sign-in once the agreement is over', async () => {
  const api = createFakeApi('wanda');
  const [agreement] = api.state.agreements;
  if (!agreement) throw new Error('the fake has an agreement');
  agreement.apprenticeship = { ...agreement.apprenticeship, status: 'completed' };
  const { screen } = await openPortal(api, `/apprentices/${agreement.apprenticeship.id}/agreement`);
  await expect.element(screen.getByRole('heading', { name: 'The agreement' })).toBeVisible();
  expect(api.calls.map(({ line }) => line).join()).not.toContain('/sign-in');
});

test('an invitation that waits when the agreement is over is taken back', async () => {
  const api = createFakeApi('wanda');
  const [agreement] = api.state.agreements;
  if (!agreement) throw new Error('the fake has an agreement');
  const { id } = agreement.apprenticeship;
  agreement.apprenticeship = { ...agreement.apprenticeship, status: 'cancelled' };
  const invitation = waitingInvitation('adaeze@example.org');
  api.state.people.withoutSignIn.set(id, { hasAddress: true, invitation });
  const { screen } = await openPortal(api, `/apprentices/${id}/agreement`);
  await expect.element(screen.getByText(/is still invited to sign in at adaeze@example.org/)).toBeVisible();
  await expectSoundPage();
  await screen.getByRole('button', { name: 'Take back' }).click();
  await expect.element(screen.getByText('The invitation is taken back.')).toBeVisible();
  await expect.element(screen.getByRole('heading', { name: 'Sign-in' })).not.toBeInTheDocument();
  expect(api.calls.map(({ line }) => line)).toContain(`DELETE /api/invitations/${invitation.id}`);
});
