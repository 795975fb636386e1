import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { enteredConnection, fakeConnection, ofAll } from '../../testing/fake-platforms.js';
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
    await expect.element(form.getByRole('textbox', { name: 'Authentication address' })).toHaveFocus();
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
            { kind: 'token', since: momentAgo(3), said: null, fixer: 'platform-administrator', ...ofAll },
            {
              kind: 'roster',
              since: null,
              said: 'It is not allowed.',
              fixer: 'platform-administrator',
              courses: ['Safety', 'Welding', 'Blueprint Reading'],
              moreCourses: 2,
            },
          ],
        }),
      ),
    );
    const card = screen.getByRole('listitem', { name: 'Canvas of Lakeside' });
    await expect.element(card.getByText('Needs attention')).toBeVisible();
    await expect.element(card.getByText(/gives Journeybook no access to learners and grades/)).toBeVisible();
    const roster =
      '“Safety”, “Welding”, “Blueprint Reading” and 2 more: It is not allowed. The administrator of the platform can put this right.';
    await expect.element(card.getByText(roster)).toBeVisible();
  });

  test('works although a grade is locked, and names the course whose instructor can put that right', async () => {
    const { screen } = await renderAs('dora', '/platforms', (api) =>
      api.state.platforms.connections.push(
        fakeConnection({
          troubles: [
            {
              kind: 'grades',
              since: null,
              said: 'The grade is locked.',
              fixer: 'instructor',
              courses: ['Safety'],
              moreCourses: 0,
            },
          ],
        }),
      ),
    );
    const card = screen.getByRole('listitem', { name: 'Canvas of Lakeside' });
    await expect.element(card.getByText('Works', { exact: true })).toBeVisible();
    await expect
      .element(card.getByText('“Safety”: The grade is locked. The instructor of the course can put this right.'))
      .toBeVisible();
  });

  test('says that the platform does not answer, since when, what becomes of it, and that it is left alone', async () => {
    const { screen } = await renderAs('dora', '/platforms', (api) =>
      api.state.platforms.connections.push(
        fakeConnection({
          state: 'troubled',
          troubles: [{ kind: 'answers', since: momentAgo(2), said: null, fixer: 'platform-administrator', ...ofAll }],
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

describe('a dialog about a connection', () => {
  test.each(['Rename', 'Correct the addresses', 'Remove', 'Block'])(
    '%s gives the focus back when it is left',
    async (name) => {
      const { screen } = await renderAs('dora', '/platforms', ({ state }) =>
        state.platforms.connections.push(enteredConnection({ removable: true })),
      );
      const opener = screen.getByRole('button', { name, exact: true });
      await opener.click();
      await expect.element(screen.getByRole('dialog')).toBeVisible();
      await userEvent.keyboard('{Escape}');
      await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
      await expect.element(opener).toHaveFocus();
    },
  );
});

describe('a connection that was entered by hand', () => {
  const line = (id: string) => `PUT /api/colleges/${college.id}/platforms/${id}/addresses`;

  test('is corrected with what is there to begin with; a fault stands at its field, and nothing typed is lost', async () => {
    const wrong = enteredConnection({ issuer: 'https://moodle.lakeside.example/', authUrl: 'https://typo.example' });
    const { screen, api } = await renderAs('dora', '/platforms', ({ state }) =>
      state.platforms.connections.push(wrong),
    );
    await screen.getByRole('button', { name: 'Correct the addresses' }).click();
    const dialog = screen.getByRole('dialog', { name: 'Correct the addresses of Moodle of Lakeside' });
    const issuer = dialog.getByRole('textbox', { name: 'Issuer' });
    await expect.element(issuer).toHaveValue(wrong.issuer);
    await expect.element(dialog.getByText(/Moodle calls it Platform ID/)).toBeVisible();
    const message = 'must have no slash at the end: Moodle’s Platform ID has none';
    const errors = [{ field: 'issuer', message }];
    api.failNext(line(wrong.id), refusal(400, 'invalid-request', 'Correct the fields named.', { errors }));
    const authUrl = 'https://moodle.lakeside.example/mod/lti/auth.php';
    await dialog.getByRole('textbox', { name: 'Authentication address' }).fill(authUrl);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect.element(dialog.getByText(message)).toBeVisible();
    await expect.element(issuer).toHaveFocus();
    await issuer.fill('https://moodle.lakeside.example');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect.element(screen.getByText('Moodle of Lakeside is corrected.')).toBeVisible();
    await expect.element(dialog).not.toBeInTheDocument();
    expect(api.calls.findLast((call) => call.line === line(wrong.id))?.body).toEqual({
      issuer: 'https://moodle.lakeside.example',
      clientId: wrong.clientId,
      authUrl,
      tokenUrl: wrong.tokenUrl,
      jwksUrl: wrong.jwksUrl,
    });
  });

  test('keeps issuer and client id once somebody came in by them', async () => {
    const used = enteredConnection({ correction: 'addresses', removable: false, state: 'well' });
    const { screen, api } = await renderAs('dora', '/platforms', ({ state }) => state.platforms.connections.push(used));
    await expect.element(screen.getByRole('button', { name: 'Remove' })).not.toBeInTheDocument();
    await screen.getByRole('button', { name: 'Correct the addresses' }).click();
    const dialog = screen.getByRole('dialog');
    await expect
      .element(dialog.getByText(/so they stay: https:\/\/moodle\.lakeside\.example, uHu0M93mukuyeez/))
      .toBeVisible();
    await expect.element(dialog.getByRole('textbox', { name: 'Issuer' })).not.toBeInTheDocument();
    await dialog.getByRole('textbox', { name: 'Token address' }).fill('https://moodle.lakeside.example/token');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect.element(screen.getByText('Moodle of Lakeside is corrected.')).toBeVisible();
    expect(api.calls.findLast((call) => call.line === line(used.id))?.body).toMatchObject({
      issuer: used.issuer,
      clientId: used.clientId,
      tokenUrl: 'https://moodle.lakeside.example/token',
    });
  });

  test('that somebody else corrected meanwhile says what is there now and keeps what was typed', async () => {
    const entered = enteredConnection();
    const { screen, api } = await renderAs('dora', '/platforms', ({ state }) =>
      state.platforms.connections.push(entered),
    );
    await screen.getByRole('button', { name: 'Correct the addresses' }).click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Key set address' }).fill('https://moodle.lakeside.example/jwks');
    const theirs = { ...entered, jwksUrl: 'https://moodle.lakeside.example/theirs' };
    api.state.platforms.connections = [theirs];
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect.element(dialog.getByText(/Somebody changed this since you opened it.*\/theirs/)).toBeVisible();
    await expect
      .element(dialog.getByRole('textbox', { name: 'Key set address' }))
      .toHaveValue('https://moodle.lakeside.example/jwks');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect.element(screen.getByText('Moodle of Lakeside is corrected.')).toBeVisible();
  });

  test('is removed after a question that says what becomes of it', async () => {
    const { screen } = await renderAs('dora', '/platforms', ({ state }) =>
      state.platforms.connections.push(enteredConnection(), fakeConnection()),
    );
    const card = screen.getByRole('listitem', { name: 'Moodle of Lakeside' });
    await card.getByRole('button', { name: 'Remove' }).click();
    const dialog = screen.getByRole('dialog', { name: 'Remove Moodle of Lakeside?' });
    await expect
      .element(dialog.getByText(/Nobody ever opened a course from it, so nothing on record is lost/))
      .toBeVisible();
    await dialog.getByRole('button', { name: 'Keep it' }).click();
    await expect.element(card).toBeVisible();
    await card.getByRole('button', { name: 'Remove' }).click();
    await screen.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect.element(screen.getByText('Moodle of Lakeside is removed.')).toBeVisible();
    await expect.element(card).not.toBeInTheDocument();
    await expect.element(screen.getByRole('listitem', { name: 'Canvas of Lakeside' })).toBeVisible();
  });

  test('that was opened meanwhile is not removed, and says what to do instead', async () => {
    const entered = enteredConnection();
    const { screen, api } = await renderAs('dora', '/platforms', ({ state }) =>
      state.platforms.connections.push(entered),
    );
    await screen.getByRole('button', { name: 'Remove' }).click();
    const words = 'Courses were opened from this connection, so it stays. Block it.';
    api.failNext(
      `DELETE /api/colleges/${college.id}/platforms/${entered.id}`,
      refusal(409, 'connection-opened', words),
    );
    await screen.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect.element(screen.getByRole('dialog').getByText(words)).toBeVisible();
  });

  test('and answers a check says that only an opening shows whether its issuer is right', async () => {
    const { screen } = await renderAs('dora', '/platforms', ({ state }) =>
      state.platforms.connections.push(enteredConnection()),
    );
    await screen.getByRole('button', { name: 'Check the connection now' }).click();
    await expect
      .element(screen.getByText(/Whether issuer and deployment ID are right shows when somebody opens/))
      .toBeVisible();
  });
});

test.each([
  ['shared', /Another college is connected by the same issuer and client ID/],
  ['by-invitation', /connect it anew with a new invitation/],
  ['by-command', /The people who run Journeybook entered these/],
] as const)('addresses that are not the college’s to correct say whose they are: %s', async (correction, words) => {
  const { screen } = await renderAs('dora', '/platforms', ({ state }) =>
    state.platforms.connections.push(fakeConnection({ correction })),
  );
  await screen.getByText('Names and numbers').click();
  await expect.element(screen.getByText(words)).toBeVisible();
  await expect.element(screen.getByText(/not removed. It can be blocked/)).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'Correct the addresses' })).not.toBeInTheDocument();
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

test.each([320, 390, 768, 1280])(
  'on a screen of %i px nothing stands outside, and each name is beside its value',
  async (width) => {
    await page.viewport(width, 844);
    const { screen } = await renderAs('dora', '/platforms', (api) => {
      api.state.platforms.connections.push(
        waiting(),
        enteredConnection({ deploymentId: `8731:${'a1b2c3d4'.repeat(5)}` }),
      );
      api.state.platforms.registered.push({
        id: fakeId(),
        name: 'Canvas, Lakeside Community College',
        profile: 'canvas',
        registeredAt: momentAgo(4),
      });
    });
    await screen.getByRole('button', { name: 'Connect a platform' }).click();
    await screen.getByRole('radio', { name: 'Another, or by hand' }).click();
    const card = screen.getByRole('listitem', { name: 'Moodle of Lakeside' });
    await card.getByText('Names and numbers').click();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    const pairs = [...card.element().querySelectorAll('details dl > div')];
    expect(pairs.map((pair) => pair.querySelector('dt')?.textContent)).toContain('Deployment ID');
    for (const pair of pairs) {
      const [name, value] = [...pair.children].map((part) => part.getBoundingClientRect());
      const beside = Math.abs((name?.top ?? 0) - (value?.top ?? 99)) < 8 && (value?.left ?? 0) > (name?.right ?? 0);
      const below = (value?.top ?? 0) >= (name?.bottom ?? 99) && value?.left === name?.left;
      expect(beside || below).toBe(true);
    }
    await page.viewport(390, 844);
  },
);

test('whoever manages no platforms is told whose page it is', async () => {
  const { screen } = await renderAs('lucia', '/platforms');
  await expect.element(screen.getByText('This page is for colleges and sponsors')).toBeVisible();
});
