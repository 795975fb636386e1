import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fakeConnection } from '../../testing/fake-platforms.js';
import { refusal } from '../../testing/fake-transport.js';
import { college, fakeId, momentAgo } from '../../testing/fake-world.js';
import { renderAs } from '../../testing/render-as.js';

const waiting = () =>
  fakeConnection({
    name: 'Moodle',
    state: 'pending',
    seen: { courseTitle: 'Blueprint Reading', platformName: 'Lakeside Moodle', at: momentAgo(2) },
  });

describe('connecting a platform', () => {
  test('by an invitation says what its administrator does, and gives the link to copy', async () => {
    const { screen } = await renderAs('dora', '/platforms');
    await expect.element(screen.getByText('No learning platform is connected yet')).toBeVisible();
    await screen.getByRole('button', { name: 'Connect a platform' }).click();
    await screen.getByRole('radio', { name: 'Moodle' }).click();
    await expect.element(screen.getByText(/Add LTI Advantage/)).toBeVisible();
    await screen.getByRole('button', { name: 'Make an invitation link' }).click();

    await expect
      .element(screen.getByLabelText('Invitation link', { exact: true }))
      .toHaveValue('https://lti.example/lti/register?invitation=secret');
    await expect.element(screen.getByRole('button', { name: 'Copy: Invitation link' })).toBeVisible();
    await expect.element(screen.getByText(/^Works once, until/)).toBeVisible();
  });

  test('by hand shows our addresses and keeps what was typed when it is refused', async () => {
    const { screen, api } = await renderAs('dora', '/platforms');
    await screen.getByRole('button', { name: 'Connect a platform' }).click();
    await screen.getByRole('radio', { name: 'Another, or by hand' }).click();
    await expect
      .element(screen.getByLabelText('Login initiation address', { exact: true }))
      .toHaveValue('https://lti.example/lti/login');
    const form = screen.getByRole('form', { name: 'What the platform shows' });
    const fields = [
      ['Name', 'Brightspace'],
      ['Issuer', 'https://ridge.example.edu'],
      ['Client ID', 'c-1'],
      ['Authentication address', 'http://ridge.example.edu/auth'],
      ['Token address', 'https://ridge.example.edu/token'],
      ['Key set address', 'https://ridge.example.edu/keys'],
      ['Deployment IDs', 'd-1\nd-2\n'],
    ] as const;
    for (const [label, value] of fields) await form.getByRole('textbox', { name: label }).fill(value);
    const message = 'must begin with https://';
    const errors = [{ field: 'authUrl', message }];
    const line = `POST /api/colleges/${college.id}/platforms`;
    api.failNext(line, refusal(400, 'invalid-request', 'Correct the fields named.', { errors }));
    await form.getByRole('button', { name: 'Connect' }).click();
    await expect.element(screen.getByText(message)).toBeVisible();
    await form.getByRole('textbox', { name: 'Authentication address' }).fill('https://ridge.example.edu/auth');
    await form.getByRole('button', { name: 'Connect' }).click();

    await expect
      .element(screen.getByText('Brightspace is connected. Open Journeybook once from a course there.'))
      .toBeVisible();
    expect(api.calls.findLast((call) => call.line === line)?.body).toMatchObject({ deploymentIds: ['d-1', 'd-2'] });
    await expect.element(screen.getByRole('listitem', { name: 'Brightspace' }).first()).toBeVisible();
  });
});

describe('an installation that waits', () => {
  test('says where it was opened, and works once it is approved', async () => {
    const { screen } = await renderAs('dora', '/platforms', (api) => api.state.platforms.connections.push(waiting()));
    const section = screen.getByRole('region', { name: 'Waiting for approval' });
    await expect
      .element(section.getByText(/from the course “Blueprint Reading” in Lakeside Moodle, \d days? ago/))
      .toBeVisible();
    await section.getByRole('button', { name: 'Approve' }).click();
    await expect.element(screen.getByText('Moodle is approved.')).toBeVisible();
    await expect.element(screen.getByRole('region', { name: 'Connected' }).getByText('Not opened yet')).toBeVisible();
  });
});

describe('a connection', () => {
  test('says in words what is wrong, since when and who can put it right', async () => {
    const { screen } = await renderAs('dora', '/platforms', (api) =>
      api.state.platforms.connections.push(
        fakeConnection({
          state: 'troubled',
          troubles: [
            { kind: 'token', since: momentAgo(3), said: null, fixer: 'platform-administrator' },
            { kind: 'grades', since: null, said: 'The grade is locked.', fixer: 'instructor' },
          ],
        }),
      ),
    );
    const card = screen.getByRole('listitem', { name: 'Canvas of Lakeside' });
    await expect.element(card.getByText('Needs attention')).toBeVisible();
    await expect.element(card.getByText(/gives Journeybook no access to learners and grades/)).toBeVisible();
    await expect
      .element(card.getByText('The grade is locked. The instructor of the course can put this right.'))
      .toBeVisible();
  });

  test('says that the platform does not answer, since when, what becomes of it, and that it is left alone', async () => {
    const { screen } = await renderAs('dora', '/platforms', (api) =>
      api.state.platforms.connections.push(
        fakeConnection({
          state: 'troubled',
          troubles: [{ kind: 'answers', since: momentAgo(2), said: null, fixer: 'platform-administrator' }],
          lastOkAt: momentAgo(2),
          leftAloneUntil: new Date(Date.now() + 1_800_000).toISOString(),
          check: { askedAt: momentAgo(0), doneAt: null, keysProblem: null, tokenProblem: null },
        }),
      ),
    );
    const card = screen.getByRole('listitem', { name: 'Canvas of Lakeside' });
    await expect.element(card.getByText(/has not answered for more than a day.*Ask its administrator/)).toBeVisible();
    await expect.element(card.getByText(/Since /).first()).toBeVisible();
    await expect.element(card.getByText(/Journeybook leaves it alone until/)).toBeVisible();
    await expect.element(card.getByText('The check waits until then.')).toBeVisible();
    await expect.element(card.getByText('Last answered')).toBeVisible();
  });

  test('is checked now, renamed, blocked after a question, and opened again', async () => {
    const { screen } = await renderAs('dora', '/platforms', (api) =>
      api.state.platforms.connections.push(fakeConnection()),
    );
    await screen.getByRole('button', { name: 'Check the connection now' }).click();
    await expect.element(screen.getByText(/^The platform answered/)).toBeVisible();

    await screen.getByRole('button', { name: 'Rename' }).click();
    await screen.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Canvas, north');
    await userEvent.keyboard('{Enter}');
    const card = screen.getByRole('listitem', { name: 'Canvas, north' });
    await expect.element(card).toBeVisible();

    await card.getByRole('button', { name: 'Block' }).click();
    await screen.getByRole('dialog').getByRole('button', { name: 'Block' }).click();
    await expect.element(card.getByText('Blocked')).toBeVisible();
    await card.getByRole('button', { name: 'Open again' }).click();
    await expect.element(screen.getByText('Canvas, north is open again.')).toBeVisible();
  });
});

describe('a sponsor', () => {
  test('chooses the college first', async () => {
    const { screen } = await renderAs('wanda', '/platforms', (api) => {
      api.state.platforms.colleges.push({ id: fakeId(), name: 'Ridge College' });
      api.state.platforms.connections.push(fakeConnection());
    });
    const select = screen.getByLabelText('College', { exact: true });
    await expect.element(select).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Connect a platform' })).not.toBeInTheDocument();
    await select.selectOptions('Lakeside College');
    await expect.element(screen.getByRole('listitem', { name: 'Canvas of Lakeside' })).toBeVisible();
    await select.selectOptions('Ridge College');
    await expect.element(screen.getByText('No learning platform is connected yet')).toBeVisible();
  });

  test('adds the first college by its name', async () => {
    const { screen } = await renderAs('wanda', '/platforms', (api) => void api.state.platforms.colleges.splice(0));
    await expect.element(screen.getByText('No college yet')).toBeVisible();
    await screen.getByRole('textbox', { name: 'Name of the college' }).fill('Ridge College');
    await screen.getByRole('button', { name: 'Add', exact: true }).click();
    await expect.element(screen.getByText('No learning platform is connected yet')).toBeVisible();
  });
});

test.each([390, 1280])('nothing stands outside a screen of %i px', async (width) => {
  await page.viewport(width, 844);
  const { screen } = await renderAs('dora', '/platforms', (api) => {
    api.state.platforms.connections.push(waiting(), fakeConnection({ deploymentId: `8731:${'a1b2c3d4'.repeat(5)}` }));
    api.state.platforms.registered.push({
      id: fakeId(),
      name: 'Canvas, Lakeside Community College',
      profile: 'canvas',
      registeredAt: momentAgo(4),
    });
  });
  await screen.getByRole('button', { name: 'Connect a platform' }).click();
  await screen.getByRole('radio', { name: 'Another, or by hand' }).click();
  await screen.getByText('Names and numbers').first().click();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  await page.viewport(390, 844);
});

test('whoever manages no platforms is told whose page it is', async () => {
  const { screen } = await renderAs('lucia', '/platforms');
  await expect.element(screen.getByText('This page is for colleges and sponsors')).toBeVisible();
});
