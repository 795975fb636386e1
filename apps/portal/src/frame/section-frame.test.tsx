import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { expectSoundPage } from '../testing/expect-sound-page.js';
import type { FakeApi } from '../testing/fake-api.js';
import { mapSection } from '../testing/fake-section.js';
import { refusal } from '../testing/fake-transport.js';
import { daysAgo, fakeId, momentAgo } from '../testing/fake-world.js';
import { renderFrame } from '../testing/render-as.js';

const bodiesOf = (calls: readonly { line: string; body: unknown }[], line: string) =>
  calls.filter((call) => call.line === line).map((call) => call.body);

/** Marcus, who is credited, has lost his grade since. */
const inQuestion = (api: FakeApi) => {
  mapSection(api.state.section);
  const marcus = api.state.section.view.learners[1];
  if (!marcus?.credit) throw new Error('Marcus is not credited');
  api.state.section.view.reviews = [
    {
      id: fakeId(),
      identity: marcus.identity,
      entry: marcus.credit.entry,
      apprentice: 'Marcus Hale',
      cause: 'grade-lowered',
      creditedPercent: 91,
      seenPercent: 41.5,
      minutes: marcus.credit.minutes,
      creditedOn: daysAgo(20),
      openedAt: momentAgo(1),
    },
  ];
};

describe('a grade that was pushed', () => {
  const pushed = async (latest: number, readAt: string) => {
    const { screen } = await renderFrame((api) => {
      mapSection(api.state.section);
      const marcus = api.state.section.view.learners[1];
      if (marcus) marcus.grade = { percent: latest, latest, comment: '', readAt };
    });
    return screen;
  };
  test.each([
    ['that is read back', 91, momentAgo(1)],
    ['whose column was read before it arrived', 41.5, momentAgo(25)],
  ])('is in the gradebook: %s', async (_, latest, readAt) => {
    const screen = await pushed(latest, readAt);
    await expect.element(screen.getByText('91 % in the gradebook')).toBeVisible();
  });
  test('is not said to be there when another was read since', async () => {
    const screen = await pushed(41.5, momentAgo(1));
    await expect.element(screen.getByText('91 % was pushed')).toBeVisible();
    await expect.element(screen.getByText('41.5 %')).toBeVisible();
  });
});

describe('a grade that the gradebook refused', () => {
  const locked = 'The grade could not be delivered: the grade is locked.';
  const refused = (graded: boolean) =>
    renderFrame((api) => {
      mapSection(api.state.section);
      const marcus = api.state.section.view.learners[1];
      if (!marcus) throw new Error('no such learner');
      marcus.grade = { percent: 85, latest: 85, comment: '', readAt: momentAgo(1) };
      marcus.push = { state: 'refused', percent: graded ? 92 : 100, graded, at: momentAgo(2), message: locked };
    });
  test.each([
    ['that was typed, as it was typed', true, 92],
    ['that was none, as completed', false, null],
  ])('is pushed again: one %s', async (_, graded, scorePercent) => {
    const { screen, api } = await refused(graded);
    await expect.element(screen.getByText(locked)).toBeVisible();
    await screen.getByRole('button', { name: 'Not in the gradebook 1' }).click();
    await screen.getByRole('checkbox', { name: 'Confirm Marcus Hale' }).click();
    await expect.element(screen.getByText('The hours are credited already')).toBeVisible();
    await expectSoundPage();
    await screen.getByRole('button', { name: 'Push 1 again' }).click();
    await screen.getByRole('button', { name: /^All / }).click();
    await expect.element(screen.getByText(/% on its way to the gradebook/)).toBeVisible();
    expect(bodiesOf(api.calls, 'POST /api/section/completions')).toMatchObject([{ learners: [{ scorePercent }] }]);
  });
  test('may be another one by now, and must be a percentage', async () => {
    const { screen, api } = await refused(true);
    const grade = screen.getByRole('textbox', { name: 'Grade of Marcus Hale, percent' });
    await expect.element(grade).toHaveValue('92');
    await grade.fill('A');
    await expect.element(screen.getByRole('checkbox', { name: 'Confirm Marcus Hale' })).not.toBeInTheDocument();
    await grade.fill('93');
    await screen.getByRole('checkbox', { name: 'Confirm Marcus Hale' }).click();
    await screen.getByRole('button', { name: 'Push 1 again' }).click();
    await expect.element(screen.getByText('93 % on its way to the gradebook')).toBeVisible();
    expect(bodiesOf(api.calls, 'POST /api/section/completions')).toMatchObject([{ learners: [{ scorePercent: 93 }] }]);
  });
  test('waits while its credit is in question', async () => {
    const { screen } = await renderFrame((api) => {
      inQuestion(api);
      const marcus = api.state.section.view.learners[1];
      if (marcus) marcus.push = { state: 'refused', percent: 91, graded: true, at: momentAgo(2), message: locked };
    });
    await expect.element(screen.getByText(locked)).toBeVisible();
    expect(screen.getByRole('checkbox', { name: 'Confirm Marcus Hale' }).query()).toBeNull();
  });
});

describe('saying how hours are credited', () => {
  test('is by hand, all hours and the latest grade unless something else is chosen, and what is chosen is sent', async () => {
    const { screen, api } = await renderFrame();
    await screen.getByRole('button', { name: /^How hours are credited/ }).click();
    await screen.getByRole('radio', { name: /A passing grade typed/ }).click();
    await expect.element(screen.getByText(/your name stands beside them/)).toBeVisible();
    await screen.getByRole('radio', { name: 'The best' }).click();
    await expectSoundPage();
    await screen.getByRole('button', { name: 'Yes, this is Blueprint Reading' }).click();
    await expect.element(screen.getByText(/a passing grade confirms, on the word of/)).toBeVisible();
    expect(bodiesOf(api.calls, 'PUT /api/section/mapping')).toMatchObject([
      { confirmedBy: 'grade', creditMode: 'all', attempt: 'best' },
    ]);
  });
  test('by attendance leaves the confirmation to a person', async () => {
    const { screen } = await renderFrame();
    await screen.getByRole('button', { name: /^How hours are credited/ }).click();
    await screen.getByRole('radio', { name: /A passing grade typed/ }).click();
    await screen.getByRole('radio', { name: /The hours each learner attended/ }).click();
    await expect.element(screen.getByRole('radio', { name: /A passing grade typed/ })).toBeDisabled();
    await expect.element(screen.getByRole('radio', { name: 'I confirm each learner here' })).toBeChecked();
  });
  test('acceptance 14: is proposed as in the course that this one was copied from, and taken over by a click', async () => {
    const { screen, api } = await renderFrame((api) => {
      const choice = api.state.section.view.choices.find((one) => one.code === 'RTI04');
      if (!choice) throw new Error('no such course');
      api.state.section.view.proposal = {
        ...choice,
        passMarkPercent: 65,
        confirmedBy: 'grade',
        creditMode: 'all',
        attempt: 'best',
        from: 'Measuring, spring 2026',
        by: 'Rosa Delgado',
      };
    });
    await expect.element(screen.getByRole('heading', { name: 'As in “Measuring, spring 2026”?' })).toBeVisible();
    expect(api.state.section.view.mapping).toBeNull();
    await expectSoundPage();
    await screen.getByRole('button', { name: 'Yes, take it over' }).click();
    await expect.element(screen.getByRole('button', { name: 'Read again' })).toBeVisible();
    expect(api.state.section.view.mapping).toMatchObject({ code: 'RTI04', passMarkPercent: 65, attempt: 'best' });
  });
});

describe('a confirmation', () => {
  const confirmOne = async (prepare: (api: FakeApi) => void = (api) => mapSection(api.state.section)) => {
    const { screen, api } = await renderFrame(prepare);
    await screen.getByRole('button', { name: 'Choose all who passed (1)' }).click();
    await screen.getByRole('button', { name: 'Confirm 1 and push' }).click();
    await expect.element(screen.getByText('1 confirmed, 16 h credited.')).toBeVisible();
    return { screen, api };
  };

  test('can be undone for a minute', async () => {
    const { screen, api } = await confirmOne();
    await screen.getByRole('button', { name: 'Undo' }).click();
    await expect.element(screen.getByText('1 confirmed, 16 h credited.')).not.toBeInTheDocument();
    await expect.element(screen.getByText('the grade is being taken out of the gradebook')).toBeVisible();
    expect(api.state.section.view.learners[0]?.credit).toBeNull();
  });
  test('that can no longer be undone says so', async () => {
    const { screen, api } = await confirmOne();
    api.failNext(
      'POST /api/section/completions/undone',
      refusal(409, 'too-late-to-take-back', 'A confirmation can be taken back for 60 seconds.'),
    );
    await screen.getByRole('button', { name: 'Undo' }).click();
    await expect.element(screen.getByRole('alert')).toMatchTextContent('taken back for 60 seconds');
    expect(api.state.section.view.learners[0]?.credit).not.toBeNull();
  });
  test('of a course that a colleague changed meanwhile confirms nobody, says so, and keeps who was chosen', async () => {
    const { screen, api } = await renderFrame((api) => mapSection(api.state.section));
    await screen.getByLabelText('Grade of Adaeze Dike, percent').fill('92');
    await screen.getByRole('button', { name: 'Choose all who passed (1)' }).click();
    mapSection(api.state.section, 'RTI04');
    await screen.getByRole('button', { name: 'Confirm 1 and push' }).click();
    await expect.element(screen.getByRole('alert')).toMatchTextContent('changed which RTI course this is');
    expect(api.state.section.view.learners[0]?.credit).toBeNull();
    await expect.element(screen.getByRole('checkbox', { name: 'Confirm Adaeze Dike' })).toBeChecked();
    await expect.element(screen.getByLabelText('Grade of Adaeze Dike, percent')).toHaveValue('92');
    await expectSoundPage();
    await screen.getByRole('button', { name: 'Confirm 1 and push' }).click();
    await expect.element(screen.getByText('1 confirmed, 16 h credited.')).toBeVisible();
    expect(bodiesOf(api.calls, 'POST /api/section/completions')).toMatchObject([
      { course: { code: 'RTI09' } },
      { course: { code: 'RTI04' }, learners: [{ scorePercent: 92 }] },
    ]);
  });
  test('of a learner whom a colleague matched to somebody else meanwhile says so', async () => {
    const { screen, api } = await renderFrame((api) => mapSection(api.state.section));
    await screen.getByRole('button', { name: 'Choose all who passed (1)' }).click();
    const [adaeze, marcus] = api.state.section.view.learners;
    if (!adaeze || !marcus) throw new Error('nobody is in the course');
    adaeze.match = marcus.match;
    await screen.getByRole('button', { name: 'Confirm 1 and push' }).click();
    await expect.element(screen.getByText(/matched this learner to another apprentice meanwhile/)).toBeVisible();
    expect(adaeze.credit).toBeNull();
    await expect.element(screen.getByRole('checkbox', { name: 'Confirm Adaeze Dike' })).toBeChecked();
  });
  test('of a learner whose grade was read lower meanwhile says so, and keeps who was chosen', async () => {
    const { screen, api } = await renderFrame((api) => mapSection(api.state.section));
    await screen.getByRole('button', { name: 'Choose all who passed (1)' }).click();
    const [adaeze] = api.state.section.view.learners;
    if (!adaeze) throw new Error('nobody is in the course');
    adaeze.grade = { percent: 72, latest: 72, comment: '', readAt: momentAgo(0) };
    await screen.getByRole('button', { name: 'Confirm 1 and push' }).click();
    await expect
      .element(screen.getByText(/Adaeze Dike: the gradebook has 72.% by now\. Look at the grade/))
      .toBeVisible();
    expect(adaeze.credit).toBeNull();
    await expect.element(screen.getByRole('checkbox', { name: 'Confirm Adaeze Dike' })).toBeChecked();
    await expect.element(screen.getByLabelText('Grade of Adaeze Dike, percent')).toHaveValue('72');
    await expectSoundPage();
    await screen.getByLabelText('Grade of Adaeze Dike, percent').fill('75');
    await screen.getByRole('button', { name: 'Confirm 1 and push' }).click();
    await expect.element(screen.getByText('1 confirmed, 16 h credited.')).toBeVisible();
    expect(bodiesOf(api.calls, 'POST /api/section/completions')).toMatchObject([
      { learners: [{ shownPercent: 88, scorePercent: 88 }] },
      { learners: [{ shownPercent: 72, scorePercent: 75 }] },
    ]);
  });
  test('with a typed grade is over the one that was shown when it was typed, though the page was read again since', async () => {
    const { screen, api } = await renderFrame((api) => mapSection(api.state.section));
    await screen.getByLabelText('Grade of Adaeze Dike, percent').fill('92');
    const [adaeze, , tomas] = api.state.section.view.learners;
    if (!adaeze || !tomas) throw new Error('nobody is in the course');
    adaeze.grade = { percent: 72, latest: 72, comment: '', readAt: momentAgo(0) };
    tomas.grade = { percent: 65, latest: 65, comment: '', readAt: momentAgo(0) };
    await screen.getByRole('button', { name: 'Read again' }).click();
    await expect.element(screen.getByLabelText('Grade of Tomás Rivera, percent')).toHaveValue('65');
    await screen.getByRole('checkbox', { name: 'Confirm Adaeze Dike' }).click();
    await screen.getByRole('button', { name: 'Confirm 1 and push' }).click();
    await expect.element(screen.getByText(/Adaeze Dike: the gradebook has 72.% by now/)).toBeVisible();
    await expect.element(screen.getByLabelText('Grade of Adaeze Dike, percent')).toHaveValue('92');
    await screen.getByRole('button', { name: 'Confirm 1 and push' }).click();
    await expect.element(screen.getByText('1 confirmed, 16 h credited.')).toBeVisible();
    expect(bodiesOf(api.calls, 'POST /api/section/completions')).toMatchObject([
      { learners: [{ shownPercent: 88, scorePercent: 92 }] },
      { learners: [{ shownPercent: 72, scorePercent: 92 }] },
    ]);
  });
  test('shows how many grades have arrived while many are on their way', async () => {
    const { screen, api } = await renderFrame((api) => {
      mapSection(api.state.section);
      for (const one of api.state.section.view.learners)
        one.push = { state: 'waiting', percent: 80, graded: true, at: momentAgo(0), message: '' };
    });
    await expect.element(screen.getByText(/^0 of 5 grades are in the gradebook/)).toBeVisible();
    expect(api.state.section.view.learners).toHaveLength(5);
  });
  test('counts no grade among those that arrived which the gradebook refused', async () => {
    const { screen } = await renderFrame((api) => {
      mapSection(api.state.section);
      const { view } = api.state.section;
      view.learners = [...view.learners, ...view.learners].map((one) => ({ ...one, identity: fakeId() }));
      for (const [index, one] of view.learners.entries()) {
        const state = index === 0 ? 'refused' : index === 1 ? 'delivered' : 'waiting';
        one.push = { state, percent: 80, graded: true, at: momentAgo(0), message: '' };
      }
    });
    await expect.element(screen.getByText(/^1 of 10 grades are in the gradebook/)).toBeVisible();
  });
  test('counts no grade that is being taken out of the gradebook', async () => {
    const { screen } = await renderFrame((api) => {
      mapSection(api.state.section);
      for (const one of api.state.section.view.learners)
        one.push = { state: 'waiting', percent: null, graded: true, at: momentAgo(0), message: 'busy' };
    });
    await expect.element(screen.getByText('the grade is being taken out of the gradebook').first()).toBeVisible();
    expect(screen.getByText(/still on the way|of 5 grades/).query()).toBeNull();
  });
  test('says of a mark of completion that gave way to a grade of the gradebook that this was kept', async () => {
    const { screen } = await renderFrame((api) => {
      mapSection(api.state.section);
      const [, marcus] = api.state.section.view.learners;
      if (marcus) marcus.push = { state: 'kept', percent: 100, graded: false, at: momentAgo(0), message: 'kept' };
    });
    await expect.element(screen.getByText('the gradebook’s own grade was kept')).toBeVisible();
    expect(screen.getByText('100 % in the gradebook').query()).toBeNull();
  });
  test('says what keeps a grade from the gradebook while it is tried again', async () => {
    const busy = 'The grade could not be delivered: the learning platform does not answer or is busy.';
    const { screen, api } = await renderFrame((api) => {
      mapSection(api.state.section);
      for (const one of api.state.section.view.learners.slice(0, 2))
        one.push = { state: 'waiting', percent: 80, graded: true, at: momentAgo(0), message: busy };
    });
    const said = screen.getByText(`2 grades are still on the way to the gradebook. At the last try: ${busy}`);
    await expect.element(said).toBeVisible();
    await expectSoundPage();
    for (const { push } of api.state.section.view.learners) if (push) push.state = 'delivered';
    await expect.element(said, { timeout: 6_000 }).not.toBeInTheDocument();
  });
});

describe('where the hours attended are credited', () => {
  test('they are asked for, up to those of the course, and sent', async () => {
    const { screen, api } = await renderFrame((api) =>
      mapSection(api.state.section, 'RTI09', { creditMode: 'attendance' }),
    );
    const field = screen.getByLabelText('Hours attended by Adaeze Dike');
    await expect.element(screen.getByRole('checkbox', { name: 'Confirm Adaeze Dike' })).not.toBeInTheDocument();
    await field.fill('17');
    await expect.element(screen.getByRole('checkbox', { name: 'Confirm Adaeze Dike' })).not.toBeInTheDocument();
    await field.fill('12,5');
    await screen.getByRole('checkbox', { name: 'Confirm Adaeze Dike' }).click();
    await expectSoundPage();
    await screen.getByRole('button', { name: 'Confirm 1 and push' }).click();
    await expect.element(screen.getByText('1 confirmed, 12 h 30 credited.')).toBeVisible();
    expect(bodiesOf(api.calls, 'POST /api/section/completions')).toMatchObject([
      { learners: [{ scorePercent: 88, attendedMinutes: 750 }] },
    ]);
  });
});

describe('a credit in question', () => {
  test('acceptance 20: shows both values, and counts until it is reversed with a reason', async () => {
    const { screen, api } = await renderFrame(inQuestion);
    await expect.element(screen.getByRole('heading', { name: '1 credit to look at again' })).toBeVisible();
    await expect.element(screen.getByText(/credited with 91.%, now 41.5.%/)).toBeVisible();
    await expectSoundPage();
    await screen.getByRole('button', { name: 'Reverse the hours of Marcus Hale' }).click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Reverse the hours' }).click();
    await expect.element(dialog.getByText('Say why')).toBeVisible();
    expect(api.state.section.view.learners[1]?.credit).not.toBeNull();
    await dialog.getByRole('textbox', { name: /^Why/ }).fill('Graded the wrong learner');
    await dialog.getByRole('button', { name: 'Reverse the hours' }).click();
    await expect.element(screen.getByText('The hours of Marcus Hale no longer count.')).toBeVisible();
    expect(bodiesOf(api.calls, 'POST /api/section/review-decisions')).toMatchObject([
      { decision: 'reverse', reason: 'Graded the wrong learner' },
    ]);
    expect(api.state.section.view.learners[1]?.credit).toBeNull();
  });
  test('for two reasons is one credit with both, and one decision', async () => {
    const { screen, api } = await renderFrame((api) => {
      inQuestion(api);
      const { view } = api.state.section;
      view.reviews = view.reviews.flatMap((one) => [
        one,
        { ...one, id: fakeId(), cause: 'learner-left' as const, seenPercent: null },
      ]);
    });
    const ids = api.state.section.view.reviews.map(({ id }) => id);
    await expect.element(screen.getByRole('heading', { name: '1 credit to look at again' })).toBeVisible();
    await expect.element(screen.getByText(/credited with 91.%, now 41.5.%, left the course since · /)).toBeVisible();
    expect(screen.getByRole('button', { name: /^Keep all/ }).query()).toBeNull();
    await expectSoundPage();
    await screen.getByRole('button', { name: 'Keep the hours of Marcus Hale' }).click();
    const dialog = screen.getByRole('dialog', { name: 'Keep the hours of Marcus Hale' });
    await dialog.getByRole('textbox', { name: /^Why/ }).fill('Passed on paper');
    await dialog.getByRole('button', { name: 'Keep the hours' }).click();
    await expect.element(screen.getByText('The hours of Marcus Hale are kept.')).toBeVisible();
    expect(bodiesOf(api.calls, 'POST /api/section/review-decisions')).toMatchObject([{ reviews: ids }]);
    await expect.element(screen.getByRole('heading', { name: /to look at again/ })).not.toBeInTheDocument();
  });
  test('keeps what was typed when the decision is refused', async () => {
    const { screen, api } = await renderFrame(inQuestion);
    await screen.getByRole('button', { name: 'Keep the hours of Marcus Hale' }).click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /^Why/ }).fill('Passed on paper');
    api.failNext('POST /api/section/review-decisions', 'unreachable');
    await dialog.getByRole('button', { name: 'Keep the hours' }).click();
    await expect.element(dialog.getByRole('alert')).toMatchTextContent('cannot be reached');
    await expect.element(dialog.getByRole('textbox', { name: /^Why/ })).toHaveValue('Passed on paper');
  });
  test('is found by its filter', async () => {
    const { screen } = await renderFrame(inQuestion);
    await screen.getByRole('button', { name: 'Needs review 1' }).click();
    await expect.element(screen.getByText('Sam Ortiz')).not.toBeInTheDocument();
    await expect.element(screen.getByText('needs review')).toBeVisible();
  });
});

describe('many learners', () => {
  test('are searched by whatever is known of them', async () => {
    await page.viewport(1280, 800);
    const { screen } = await renderFrame((api) => {
      mapSection(api.state.section);
      const { learners } = api.state.section.view;
      const last = learners.at(-1);
      if (!last) throw new Error('nobody is in the course');
      for (let index = 0; index < 5; index += 1)
        learners.push({ ...last, identity: fakeId(), name: `Learner ${index}`, sisId: `N-${index}`, email: null });
    });
    await screen.getByLabelText('Search the learners').fill('n-3');
    await expect.element(screen.getByText('Learner 3')).toBeVisible();
    await expect.element(screen.getByText('Learner 4')).not.toBeInTheDocument();
    await page.viewport(390, 844);
  });
  test('who passed are shown by themselves', async () => {
    const { screen } = await renderFrame((api) => mapSection(api.state.section));
    await screen.getByRole('button', { name: 'Passed 1' }).click();
    await expect.element(screen.getByText('Sam Ortiz')).not.toBeInTheDocument();
  });
});

describe('a suggestion', () => {
  test('answered with no is told to the record, which remembers it', async () => {
    const { screen, api } = await renderFrame((api) => mapSection(api.state.section));
    await screen.getByRole('button', { name: 'No, this is not Priya Nair' }).click();
    await expect.element(screen.getByText('Is this Priya Nair?')).not.toBeInTheDocument();
    const identity = api.state.section.view.learners[3]?.identity;
    expect(bodiesOf(api.calls, `POST /api/section/learners/${identity}/declined-suggestions`)).toHaveLength(1);
  });
  test('of somebody who has an account here already says so', async () => {
    const { screen } = await renderFrame((api) => {
      mapSection(api.state.section);
      const match = api.state.section.view.learners[3]?.match;
      if (match?.state === 'suggested') match.otherAccount = true;
    });
    await expect.element(screen.getByText(/has another account here already/)).toBeVisible();
  });
});

describe('a learner who is nobody yet', () => {
  test('opens the own record with a code, which stays in the field when it is refused', async () => {
    const { screen } = await renderFrame((api) => {
      api.state.launchRole = 'learner';
    });
    await screen.getByRole('button', { name: 'Open my record' }).click();
    await expect.element(screen.getByText('Type the code')).toBeVisible();
    const field = screen.getByLabelText('Code from your sponsor or employer');
    await field.fill('WRONG234');
    await screen.getByRole('button', { name: 'Open my record' }).click();
    await expect.element(screen.getByRole('alert')).toMatchTextContent('This code is not right');
    await expect.element(field).toHaveValue('WRONG234');
    await expectSoundPage();
    await field.fill('abcd2345');
    await screen.getByRole('button', { name: 'Open my record' }).click();
    await expect.element(screen.getByRole('heading', { name: 'My record' })).toBeVisible();
  });
});
