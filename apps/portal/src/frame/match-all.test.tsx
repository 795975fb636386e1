import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectSoundPage } from '../testing/expect-sound-page.js';
import type { FakeApi } from '../testing/fake-api.js';
import { mapSection } from '../testing/fake-section.js';
import { fakeId } from '../testing/fake-world.js';
import { renderFrame } from '../testing/render-as.js';

type Row = FakeApi['state']['section']['view']['learners'][number];
type Suggested = Extract<Row['match'], { state: 'suggested' }>;

/** One more learner, with an apprentice of that name proposed. */
function suggest(api: FakeApi, name: string, part: Partial<Suggested> = {}): Row {
  const [own] = api.state.apprenticeships;
  const last = api.state.section.view.learners.at(-1);
  if (!own || !last) throw new Error('nobody is in the course');
  const apprenticeship = { ...own, id: fakeId(), apprentice: { id: fakeId(), name } };
  api.state.apprenticeships.push(apprenticeship);
  const row: Row = {
    ...last,
    identity: fakeId(),
    name: `L. ${name}`,
    email: `${name.toLowerCase()}@lakeside.example`,
    sisId: `N-${name}`,
    match: {
      state: 'suggested',
      apprentice: { apprenticeship: apprenticeship.id, name, occupation: 'Machinist', employer: 'Northfield Castings' },
      reason: 'same-student-id',
      otherAccount: false,
      ...part,
    },
  };
  api.state.section.view.learners.push(row);
  return row;
}

/** Beside P. Nair, who is suggested by the number: one by e-mail, one by the name alone, and one with another account. */
const four = (api: FakeApi) => {
  mapSection(api.state.section);
  suggest(api, 'Bea', { reason: 'same-email' });
  suggest(api, 'Cleo', { reason: 'same-name' });
  suggest(api, 'Dan', { otherAccount: true });
};

const sent = (api: FakeApi, line: string) => api.calls.filter((call) => call.line === line).map(({ body }) => body);
const named = (api: FakeApi, name: string): Row => {
  const found = api.state.section.view.learners.find((one) => one.name === name);
  if (!found) throw new Error(`${name} is not in the course`);
  return found;
};
const shownOf = ({ match }: Row) => (match.state === 'suggested' ? match.apprentice.apprenticeship : '');

async function open(prepare: (api: FakeApi) => void = four) {
  const { screen, api } = await renderFrame(prepare);
  await screen.getByRole('button', { name: /^Match all suggested/ }).click();
  return { screen, api, dialog: screen.getByRole('dialog', { name: 'Who is who?' }) };
}

describe('all that is suggested', () => {
  test('is shown first, with the reason, ticked only where it is plain, and matches nobody by itself', async () => {
    const { dialog, api } = await open();
    const plain = dialog.getByRole('group', { name: 'Same student id or e-mail (2)' });
    await expect.element(plain.getByRole('checkbox', { name: 'P. Nair is Priya Nair' })).toBeChecked();
    await expect.element(plain.getByText('same student id L-20931 · Northfield Castings')).toBeVisible();
    await expect.element(plain.getByRole('checkbox', { name: 'L. Bea is Bea' })).toBeChecked();
    await expect.element(plain.getByText(/^same e-mail bea@lakeside.example/)).toBeVisible();
    const doubtful = dialog.getByRole('group', { name: /^To be looked at first.*\(2\)$/ });
    await expect.element(doubtful.getByRole('checkbox', { name: 'L. Cleo is Cleo' })).not.toBeChecked();
    await expect.element(doubtful.getByText(/nothing but the name is the same/)).toBeVisible();
    await expect.element(doubtful.getByRole('checkbox', { name: 'L. Dan is Dan' })).not.toBeChecked();
    await expect.element(doubtful.getByText(/has another account here already/)).toBeVisible();
    await expect
      .element(doubtful.getByRole('checkbox', { name: 'L. Dan is Dan' }))
      .toHaveAccessibleDescription(/has another account here already/);
    await expectSoundPage();
    await dialog.getByRole('button', { name: 'Go back' }).click();
    await expect.element(dialog).not.toBeInTheDocument();
    expect(sent(api, 'POST /api/section/matches')).toEqual([]);
    expect(named(api, 'L. Bea').match.state).toBe('suggested');
  });
  test('is matched in one request, each as shown, without those whose tick was taken off', async () => {
    const { screen, api, dialog } = await open();
    const [nair, dan] = [named(api, 'P. Nair'), named(api, 'L. Dan')];
    const expected = [nair, dan].map((one) => ({ identity: one.identity, apprenticeship: shownOf(one) }));
    await dialog.getByRole('checkbox', { name: 'L. Bea is Bea' }).click();
    await dialog.getByRole('checkbox', { name: 'L. Dan is Dan' }).click();
    await dialog.getByRole('button', { name: 'Match 2', exact: true }).click();
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.element(screen.getByRole('status').filter({ hasText: '2 matched.' })).toBeVisible();
    const [body, ...more] = sent(api, 'POST /api/section/matches') as { learners: { edition: string }[] }[];
    expect(more).toEqual([]);
    expect(body?.learners).toMatchObject(expected);
    expect(body?.learners.every(({ edition }) => /^e\d+$/.test(edition))).toBe(true);
    expect(named(api, 'L. Bea').match.state).toBe('suggested');
    await expect.element(screen.getByRole('checkbox', { name: 'Confirm P. Nair' })).toBeVisible();
    await expect.element(screen.getByText('Is this Bea?')).toBeVisible();
    await expectSoundPage();
  });
  test('is matched by the keyboard alone, and the focus goes on from what is said', async () => {
    const { screen, api } = await renderFrame(four);
    await expect.element(screen.getByRole('button', { name: 'Match all suggested (4)' })).toBeVisible();
    screen.getByRole('button', { name: 'Match all suggested (4)' }).element().focus();
    await userEvent.keyboard('{Enter}');
    const dialog = screen.getByRole('dialog', { name: 'Who is who?' });
    await expect.element(dialog.getByRole('button', { name: 'Close' })).toHaveFocus();
    await userEvent.keyboard('{Tab}{Tab}{Tab}');
    await expect.element(dialog.getByRole('checkbox', { name: 'L. Bea is Bea' })).toHaveFocus();
    await userEvent.keyboard(' ');
    await expect.element(dialog.getByRole('button', { name: 'Match 1', exact: true })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByRole('status').filter({ hasText: '1 matched.' })).toBeVisible();
    expect(named(api, 'P. Nair').match.state).toBe('matched');
    await expect.poll(() => document.activeElement?.textContent).toMatch(/^1 matched\./);
  });
  test('and no other is left, leaves the focus where the outcome is said', async () => {
    const { screen, dialog } = await open((api) => {
      mapSection(api.state.section);
      suggest(api, 'Bea');
    });
    await dialog.getByRole('button', { name: 'Match 2', exact: true }).click();
    await expect.element(screen.getByRole('button', { name: /^Match all suggested/ })).not.toBeInTheDocument();
    await expect.poll(() => document.activeElement?.textContent).toMatch(/^2 matched\./);
  });
  test('with no tick matches nobody and says so', async () => {
    const { dialog, api } = await open();
    await dialog.getByRole('button', { name: 'Take all ticks off' }).click();
    await dialog.getByRole('button', { name: 'Match 0', exact: true }).click();
    await expect.element(dialog.getByRole('alert')).toMatchTextContent('Tick whom you know');
    expect(sent(api, 'POST /api/section/matches')).toEqual([]);
    await dialog.getByRole('button', { name: 'Tick all of these' }).click();
    await expect.element(dialog.getByRole('button', { name: 'Match 2', exact: true })).toBeVisible();
  });
  test('with one apprentice for two learners leaves both to be looked at', async () => {
    const { dialog } = await open((api) => {
      mapSection(api.state.section);
      const bea = suggest(api, 'Bea');
      suggest(api, 'Cleo').match = bea.match;
    });
    await expect.element(dialog.getByRole('checkbox', { name: 'L. Bea is Bea' })).not.toBeChecked();
    await expect.element(dialog.getByRole('checkbox', { name: 'L. Cleo is Bea' })).not.toBeChecked();
    await expect.element(dialog.getByText(/proposed for another learner too/).first()).toBeVisible();
  });
  test('is kept with its ticks when the request does not arrive, and can be sent again', async () => {
    const { screen, dialog, api } = await open();
    api.failNext('POST /api/section/matches', 'unreachable');
    await dialog.getByRole('checkbox', { name: 'L. Bea is Bea' }).click();
    await dialog.getByRole('button', { name: 'Match 1', exact: true }).click();
    await expect.element(dialog.getByRole('alert')).toMatchTextContent('cannot be reached');
    await expect.element(dialog.getByRole('checkbox', { name: 'L. Bea is Bea' })).not.toBeChecked();
    await dialog.getByRole('button', { name: 'Match 1', exact: true }).click();
    await expect.element(screen.getByRole('status').filter({ hasText: '1 matched.' })).toBeVisible();
  });
});

describe('meanwhile', () => {
  test('a learner of whom a colleague says something else is named and left so, and the others are matched', async () => {
    const { screen, dialog, api } = await open();
    const marcus = named(api, 'Marcus Hale').match;
    named(api, 'L. Bea').match = marcus;
    await dialog.getByRole('button', { name: 'Match 2', exact: true }).click();
    await expect.element(screen.getByRole('status').filter({ hasText: '1 matched.' })).toBeVisible();
    await expect.element(screen.getByText('1 not matched:')).toBeVisible();
    await expect.element(screen.getByText(/^L\. Bea: A colleague has said/)).toBeVisible();
    expect(named(api, 'L. Bea').match).toEqual(marcus);
    await expectSoundPage();
  });
  test('a learner whom a colleague matched alike is counted by itself', async () => {
    const { screen, dialog, api } = await open();
    const bea = named(api, 'L. Bea');
    if (bea.match.state !== 'suggested') throw new Error('not suggested');
    const { apprentice } = bea.match;
    bea.match = { state: 'matched', apprentice, by: 'Rosa Delgado', at: new Date().toISOString() };
    await dialog.getByRole('button', { name: 'Match 2', exact: true }).click();
    await expect.element(screen.getByText('1 matched; 1 matched already.')).toBeVisible();
    await screen.getByRole('button', { name: 'Undo the match', exact: true }).click();
    await expect.element(screen.getByText('1 match taken back: asked again below.')).toBeVisible();
    expect(bea.match.state).toBe('matched');
  });
  test('who is suggested after the list was opened is not in it', async () => {
    const { dialog, api } = await open();
    suggest(api, 'Eve');
    await expect.element(dialog.getByRole('checkbox', { name: 'L. Bea is Bea' })).toBeVisible();
    expect(dialog.getByRole('checkbox', { name: 'L. Eve is Eve' }).query()).toBeNull();
  });
});

describe('what was just matched', () => {
  const matchTwo = async () => {
    const opened = await open();
    await opened.dialog.getByRole('button', { name: 'Match 2', exact: true }).click();
    await expect.element(opened.screen.getByText('2 matched.')).toBeVisible();
    return opened;
  };
  test('is undone in one request, and asked again', async () => {
    const { screen, api } = await matchTwo();
    await screen.getByRole('button', { name: 'Undo the 2 matches' }).click();
    await expect.element(screen.getByText('2 matches taken back: asked again below.')).toBeVisible();
    await expect.element(screen.getByText('Is this Priya Nair?')).toBeVisible();
    expect(sent(api, 'POST /api/section/matches/undone')).toHaveLength(1);
    await expect.element(screen.getByRole('button', { name: /^Undo the/ })).not.toBeInTheDocument();
    await expect.element(screen.getByRole('button', { name: 'Match all suggested (4)' })).toBeVisible();
    await expectSoundPage();
  });
  test('says so when undoing does not arrive, and can be undone again', async () => {
    const { screen, api } = await matchTwo();
    api.failNext('POST /api/section/matches/undone', 'unreachable');
    await screen.getByRole('button', { name: 'Undo the 2 matches' }).click();
    await expect.element(screen.getByRole('alert')).toMatchTextContent('cannot be reached');
    await screen.getByRole('button', { name: 'Undo the 2 matches' }).click();
    await expect.element(screen.getByText('2 matches taken back: asked again below.')).toBeVisible();
  });
  test('leaves whom a colleague changed since, and names them', async () => {
    const { screen, api } = await matchTwo();
    named(api, 'L. Bea').match = named(api, 'Marcus Hale').match;
    await screen.getByRole('button', { name: 'Undo the 2 matches' }).click();
    await expect.element(screen.getByText('1 not taken back:')).toBeVisible();
    await expect.element(screen.getByText(/^L\. Bea: A colleague has said/)).toBeVisible();
    await expect.element(screen.getByText('1 match taken back: asked again below.')).toBeVisible();
  });
  test('is told no more once completions are confirmed', async () => {
    const { screen } = await matchTwo();
    await screen.getByRole('checkbox', { name: 'Confirm P. Nair' }).click();
    await screen.getByRole('button', { name: 'Confirm 1 and push' }).click();
    await expect.element(screen.getByText('1 confirmed, 16 h credited.')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: /^Undo the/ })).not.toBeInTheDocument();
  });
});

describe('the button', () => {
  test('is not there for a single suggestion, which is answered on its row', async () => {
    const { screen } = await renderFrame((api) => mapSection(api.state.section));
    await expect.element(screen.getByText('Is this Priya Nair?')).toBeVisible();
    expect(screen.getByRole('button', { name: /^Match all/ }).query()).toBeNull();
  });
  test('is not there for whoever may not match', async () => {
    const { screen } = await renderFrame((api) => {
      four(api);
      api.state.section.view.may = { map: false, match: false, confirm: false };
    });
    await expect.element(screen.getByText('Is this Priya Nair?')).toBeVisible();
    expect(screen.getByRole('button', { name: /^Match all/ }).query()).toBeNull();
  });
});

test('the buttons stay in sight beneath three hundred', async () => {
  await page.viewport(320, 640);
  const { dialog } = await open((api) => {
    mapSection(api.state.section);
    for (let index = 1; index < 300; index += 1) suggest(api, `Apprentice ${index}`);
  });
  await expect.element(dialog.getByRole('button', { name: 'Match 300', exact: true })).toBeInViewport({ ratio: 1 });
  dialog.getByRole('checkbox', { name: 'L. Apprentice 150 is Apprentice 150' }).element().focus();
  await expect.element(dialog.getByRole('button', { name: 'Match 300', exact: true })).toBeInViewport({ ratio: 1 });
  await page.viewport(390, 844);
});
