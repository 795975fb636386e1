import { describe, expect, test } from 'vitest';
import { expectSoundPage } from '../../testing/expect-sound-page.js';
import { renderAs } from '../../testing/render-as.js';

const openPeople = async (who: Parameters<typeof renderAs>[0], prepare?: Parameters<typeof renderAs>[2]) => {
  const opened = await renderAs(who, '/people', prepare);
  await expect.element(opened.screen.getByRole('heading', { level: 1 })).toBeVisible();
  return opened;
};

describe('the people of an employer', () => {
  test('are shown with their roles, and a mentor is invited by name and address', async () => {
    const { screen, api } = await openPeople('erin');
    await expect.element(screen.getByRole('link', { name: 'Our people' })).toHaveAttribute('aria-current', 'page');
    const list = screen.getByRole('list', { name: 'People of Northfield Castings' });
    await expect.element(list).toMatchTextContent('Lucia Okafor');

    await screen.getByRole('button', { name: 'Invite somebody' }).click();
    await screen.getByRole('button', { name: 'Invite', exact: true }).click();
    await expect.element(screen.getByText('Choose a role')).toBeVisible();
    await screen.getByRole('radio', { name: 'Mentor' }).click();
    await screen.getByRole('textbox', { name: 'Name' }).fill('Nina Newcomer');
    await screen.getByRole('textbox', { name: 'E-mail' }).fill('nina@example.org');
    await screen.getByRole('button', { name: 'Invite', exact: true }).click();

    await expect
      .element(screen.getByText('Nina Newcomer is invited: a letter went to nina@example.org.'))
      .toBeVisible();
    await expect
      .element(screen.getByRole('list', { name: 'Invited to Northfield Castings' }))
      .toMatchTextContent('Nina');
    expect(api.calls.find(({ line }) => line === 'POST /api/invitations')?.body).toMatchObject({ role: 'mentor' });
  });
  test('keep an invitation whose letter was not sent, which is sent again and taken back', async () => {
    const { screen, api } = await openPeople('erin', ({ state }) => {
      state.people.mailWorks = false;
    });
    await screen.getByRole('button', { name: 'Invite somebody' }).click();
    await screen.getByRole('radio', { name: 'Mentor' }).click();
    await screen.getByRole('textbox', { name: 'Name' }).fill('Nina Newcomer');
    await screen.getByRole('textbox', { name: 'E-mail' }).fill('nina@example.org');
    await screen.getByRole('button', { name: 'Invite', exact: true }).click();
    await expect.element(screen.getByText('letter not sent')).toBeVisible();
    api.state.people.mailWorks = true;
    await screen.getByRole('button', { name: 'Send again to Nina Newcomer' }).click();
    await expect.element(screen.getByText('letter not sent')).not.toBeInTheDocument();
    await screen.getByRole('button', { name: 'Take back the invitation of Nina Newcomer' }).click();
    await expect.element(screen.getByText('The invitation of Nina Newcomer is taken back.')).toBeVisible();
    await expect.element(screen.getByRole('list', { name: 'Invited to Northfield Castings' })).not.toBeInTheDocument();
  });
  test('lose a role after one question, and nobody the last administrator', async () => {
    const { screen } = await openPeople('erin');
    await expect.element(screen.getByRole('button', { name: /End the role of Erin/ })).not.toBeInTheDocument();
    await screen.getByRole('button', { name: 'End the role of Marcus Hale as mentor' }).click();
    await expect.element(screen.getByText(/sees nothing any more from this minute on/)).toBeVisible();
    await screen.getByRole('button', { name: 'End the role', exact: true }).click();
    await expect.element(screen.getByText('Marcus Hale has no role as mentor here any more.')).toBeVisible();
    await expect
      .element(screen.getByRole('list', { name: 'People of Northfield Castings' }))
      .not.toMatchTextContent('Marcus Hale');
  });
});

describe('the people of a sponsor', () => {
  test('come with the partners, and a college is invited with its administrator', async () => {
    const { screen } = await openPeople('wanda');
    const partners = screen.getByRole('list', { name: 'Employers and colleges' });
    await expect.element(partners).toMatchTextContent('no administrator yet');
    await screen.getByRole('button', { name: 'Invite an employer or a college' }).click();
    await screen.getByRole('radio', { name: 'College' }).click();
    await screen.getByRole('textbox', { name: 'Name of the organization' }).fill('Harbor College');
    await screen.getByRole('textbox', { name: 'Name of its administrator' }).fill('Hanna Harbor');
    await screen.getByRole('textbox', { name: 'E-mail of its administrator' }).fill('hanna@example.org');
    await screen.getByRole('button', { name: 'Invite', exact: true }).click();
    await expect.element(partners).toMatchTextContent('Harbor College');
    await expect.element(partners).toMatchTextContent('hanna@example.org');
  });
  test('invite an auditor until a day, which is shown with the invitation', async () => {
    const { screen, api } = await openPeople('wanda');
    await screen.getByRole('button', { name: 'Invite somebody' }).click();
    await screen.getByRole('radio', { name: 'Mentor' }).click();
    await expect.element(screen.getByLabelText('Last day')).not.toBeInTheDocument();
    await screen.getByRole('radio', { name: 'Auditor' }).click();
    await screen.getByLabelText('Last day').fill('2099-03-31');
    await screen.getByRole('textbox', { name: 'Name' }).fill('Aude Review');
    await screen.getByRole('textbox', { name: 'E-mail' }).fill('aude@example.org');
    await expectSoundPage();
    await screen.getByRole('button', { name: 'Invite', exact: true }).click();
    await expect.element(screen.getByText(/^Aude Review is invited/)).toBeVisible();
    await expect.element(screen.getByRole('list', { name: /^Invited to/ })).toMatchTextContent(/until 31 Mar.* 2099/);
    await expectSoundPage();
    expect(api.calls.find(({ line }) => line === 'POST /api/invitations')?.body).toMatchObject({
      role: 'auditor',
      until: '2099-03-31',
    });
  });
  test('show the last day of a role that has one', async () => {
    const { screen } = await openPeople('wanda', ({ state }) => {
      for (const role of state.people.sponsor.people[0]?.roles ?? []) role.until = '2099-03-31';
    });
    await expect.element(screen.getByRole('list', { name: /^People of/ })).toMatchTextContent(/until 31 Mar.* 2099/);
  });
  test('invite an administrator of a partner that has none', async () => {
    const { screen, api } = await openPeople('wanda');
    await screen.getByRole('button', { name: 'Invite an administrator of Lakeside Tool' }).click();
    await screen.getByRole('textbox', { name: 'Name' }).fill('Lee Lakeside');
    await screen.getByRole('textbox', { name: 'E-mail' }).fill('lee@example.org');
    await screen.getByRole('button', { name: 'Invite', exact: true }).click();
    await expect.element(screen.getByText(/Lee Lakeside is invited/)).toBeVisible();
    expect(api.calls.find(({ line }) => line === 'POST /api/invitations')?.body).toMatchObject({
      role: 'employer-admin',
    });
  });
});

test('a mentor is told whose page it is', async () => {
  const { screen } = await openPeople('lucia');
  await expect
    .element(screen.getByRole('heading', { level: 1, name: 'This page is for administrators' }))
    .toBeVisible();
});
