import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { mapSection } from '../testing/fake-section.js';
import { refusal } from '../testing/fake-transport.js';
import { people } from '../testing/fake-world.js';
import { renderFrame } from '../testing/render-as.js';

const confirmations = (calls: readonly { line: string; body: unknown }[]) =>
  calls.filter((call) => call.line === 'POST /api/section/completions').map((call) => call.body);

describe('opening the frame', () => {
  test('says to open it again when the code is used up', async () => {
    const { screen } = await renderFrame(undefined, 'old-code');
    await expect
      .element(screen.getByRole('heading', { name: 'Open Journeybook again from your course' }))
      .toBeVisible();
  });

  test('tries again when the API could not be reached', async () => {
    const { screen } = await renderFrame((api) => api.failNext('POST /api/launch-sessions', 'unreachable'));
    await screen.getByRole('button', { name: 'Try again' }).click();
    await expect.element(screen.getByRole('heading', { name: 'Which RTI course is this?' })).toBeVisible();
  });

  test('ends in the same words when the bearer is no longer taken', async () => {
    const { screen, api } = await renderFrame((api) => mapSection(api.state.section));
    await expect.element(screen.getByRole('button', { name: 'Read again' })).toBeVisible();
    api.failNext('POST /api/section/roster-readings', refusal(401, 'launch-ended', 'Open this page again.'));
    await screen.getByRole('button', { name: 'Read again' }).click();
    await expect
      .element(screen.getByRole('heading', { name: 'Open Journeybook again from your course' }))
      .toBeVisible();
  });
});

describe('the first launch of a course', () => {
  test('suggests the best fit, and saves nothing until somebody says yes', async () => {
    const { screen, api } = await renderFrame();
    await expect.element(screen.getByRole('radio', { name: /Blueprint Reading/ })).toBeChecked();
    expect(api.state.section.view.mapping).toBeNull();

    await screen.getByLabelText('Pass mark, percent').fill('75');
    await screen.getByRole('button', { name: 'Yes, this is Blueprint Reading' }).click();
    await expect.element(screen.getByRole('heading', { name: /Blueprint Reading earns 16 h of RTI/ })).toBeVisible();
    expect(api.state.section.view.mapping).toMatchObject({ code: 'RTI09', passMarkPercent: 75 });
  });

  test('lets another course be found and chosen', async () => {
    const { screen, api } = await renderFrame();
    await screen.getByLabelText('Search the courses').fill('RTI04');
    await screen.getByRole('radio', { name: /Measurements and Computations/ }).click();
    await screen.getByRole('button', { name: /^Yes, this is Measurements and Computations/ }).click();
    await expect.element(screen.getByRole('button', { name: 'Read again' })).toBeVisible();
    expect(api.state.section.view.mapping?.code).toBe('RTI04');
  });

  test('says what a colleague chose meanwhile, and takes the place of it only knowingly', async () => {
    const { screen, api } = await renderFrame();
    await screen.getByLabelText('Pass mark, percent').fill('75');
    mapSection(api.state.section, 'RTI04');
    await screen.getByRole('button', { name: 'Yes, this is Blueprint Reading' }).click();
    await expect
      .element(screen.getByRole('alert'))
      .toMatchTextContent(/said that it is Measurements and Computations.*: pass mark 70 %/);
    await expect.element(screen.getByLabelText('Pass mark, percent')).toHaveValue('75');
    await expect.element(screen.getByRole('button', { name: 'Cancel' })).toBeVisible();
    expect(api.state.section.view.mapping?.code).toBe('RTI04');

    await screen.getByRole('button', { name: 'Yes, this is Blueprint Reading' }).click();
    await expect.element(screen.getByRole('heading', { name: /Blueprint Reading earns 16 h of RTI/ })).toBeVisible();
    expect(api.state.section.view.mapping).toMatchObject({ code: 'RTI09', passMarkPercent: 75 });
  });

  test('asks for a pass mark that is a percentage', async () => {
    const { screen, api } = await renderFrame();
    await screen.getByLabelText('Pass mark, percent').fill('120');
    await screen.getByRole('button', { name: 'Yes, this is Blueprint Reading' }).click();
    await expect.element(screen.getByText('A number from 0 to 100')).toBeVisible();
    expect(api.state.section.view.mapping).toBeNull();
  });
});

describe.each([
  ['on a laptop', 1280],
  ['in a narrow frame', 320],
])('the course %s', (_, width) => {
  test('confirms who passed, and shows the push on its way', async () => {
    await page.viewport(width, 800);
    const { screen, api } = await renderFrame((api) => mapSection(api.state.section));
    await screen.getByRole('button', { name: 'Choose all who passed (1)' }).click();
    await screen.getByRole('button', { name: 'Confirm 1 and push' }).click();

    await expect.element(screen.getByText('1 confirmed, 16 h credited.')).toBeVisible();
    await expect.element(screen.getByText(/88.% on its way to the gradebook/)).toBeVisible();
    const { learners, mapping } = api.state.section.view;
    const adaeze = learners[0];
    const shown = adaeze?.match.state === 'matched' ? adaeze.match.apprentice.apprenticeship : undefined;
    expect(shown).toBeDefined();
    expect(confirmations(api.calls)).toEqual([
      {
        course: { rapidsCode: mapping?.rapidsCode, code: mapping?.code, creditMode: mapping?.creditMode },
        learners: [
          {
            identity: adaeze?.identity,
            apprenticeship: shown,
            shownPercent: 88,
            scorePercent: 88,
            attendedMinutes: null,
          },
        ],
      },
    ]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    await page.viewport(390, 844);
  });
});

describe('the learners of a course', () => {
  test('are matched only when somebody answers the question', async () => {
    const { screen, api } = await renderFrame((api) => mapSection(api.state.section));
    await expect.element(screen.getByText('Is this Priya Nair?')).toBeVisible();
    await screen.getByRole('button', { name: 'Yes, this is Priya Nair' }).click();
    await expect.element(screen.getByText('Is this Priya Nair?')).not.toBeInTheDocument();
    await expect.element(screen.getByRole('checkbox', { name: 'Confirm P. Nair' })).toBeVisible();
    expect(api.state.section.view.learners[3]?.match.state).toBe('matched');
  });

  test('are matched by search', async () => {
    const { screen, api } = await renderFrame((api) => mapSection(api.state.section));
    await screen.getByRole('button', { name: 'Choose an apprentice for Sam Ortiz' }).click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByLabelText('Name of the apprentice').fill('tom');
    await expect.element(dialog.getByText('Adaeze Dike')).not.toBeInTheDocument();
    await dialog.getByRole('button', { name: /Tomás Rivera/ }).click();
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
    expect(api.state.section.view.learners[4]?.match).toMatchObject({ state: 'matched' });
  });

  test('can be said not to be apprentices', async () => {
    const { screen, api } = await renderFrame((api) => mapSection(api.state.section));
    await screen.getByRole('button', { name: 'No, this is not Priya Nair' }).click();
    await expect.element(screen.getByText('Is this Priya Nair?')).not.toBeInTheDocument();
    await expect.element(screen.getByRole('button', { name: 'Not apprentices 2' })).toBeVisible();

    await screen.getByRole('button', { name: /^Change for Adaeze Dike: the apprentice/ }).click();
    await screen.getByRole('button', { name: 'Not an apprentice', exact: true }).click();
    await expect.element(screen.getByRole('button', { name: 'Not apprentices 3' })).toBeVisible();
    expect(api.state.section.view.learners[0]?.match.state).toBe('none');
  });

  test('become ready when a grade is typed, and are pushed with it', async () => {
    const { screen, api } = await renderFrame((api) => mapSection(api.state.section));
    await expect.element(screen.getByText('below pass mark')).toBeVisible();
    await screen.getByLabelText('Grade of Tomás Rivera, percent').fill('82,5');
    await screen.getByRole('checkbox', { name: 'Confirm Tomás Rivera' }).click();
    await screen.getByRole('button', { name: 'Confirm 1 and push' }).click();
    await expect.element(screen.getByText('1 confirmed, 16 h credited.')).toBeVisible();
    expect(confirmations(api.calls)[0]).toMatchObject({ learners: [{ scorePercent: 82.5 }] });
  });

  test('are filtered by where they stand', async () => {
    const { screen } = await renderFrame((api) => mapSection(api.state.section));
    await screen.getByRole('button', { name: 'Credited 1' }).click();
    await expect.element(screen.getByText('Marcus Hale')).toBeVisible();
    await expect.element(screen.getByText('Sam Ortiz')).not.toBeInTheDocument();
  });

  test('are filtered by what stands in the way, while there are any', async () => {
    const { screen } = await renderFrame((api) => mapSection(api.state.section));
    await expect.element(screen.getByRole('button', { name: 'Below pass mark 1' })).toBeVisible();
    await screen.getByRole('button', { name: 'Match first 1' }).click();
    await expect.element(screen.getByText('Marcus Hale')).not.toBeInTheDocument();
    await screen.getByRole('button', { name: 'Yes, this is Priya Nair' }).click();
    await expect.element(screen.getByText('No learner here')).toBeVisible();
    await screen.getByRole('button', { name: /^All/ }).click();
    await expect.element(screen.getByRole('button', { name: /^Match first/ })).not.toBeInTheDocument();
  });

  test('of a Canvas may have grades that cannot be read, which is said while one is missing', async () => {
    const { screen, api } = await renderFrame((api) => mapSection(api.state.section));
    const note = screen.getByText(/before the first push may not be readable here/);
    await expect.element(screen.getByText(/matched to apprentices/)).toBeVisible();
    await expect.element(note).not.toBeInTheDocument();
    await screen.getByLabelText('Grade of Adaeze Dike, percent').fill('');
    await expect.element(note).toBeVisible();
    expect(api.state.section.view.platformName).toBe('Canvas');
  });

  test.each([
    ['Moodle', true],
    ['Canvas', false],
  ])('of %s with a gradebook that may be written (%s) are told no such thing', async (platformName, grades) => {
    const { screen } = await renderFrame((api) => {
      mapSection(api.state.section);
      Object.assign(api.state.section.view, { platformName, services: { roster: true, grades } });
    });
    await screen.getByLabelText('Grade of Adaeze Dike, percent').fill('');
    await expect.element(screen.getByText(/16 h ready, without a grade/)).toBeVisible();
    await expect.element(screen.getByText(/before the first push/)).not.toBeInTheDocument();
  });

  test('keep grade and tick when confirming fails', async () => {
    const { screen, api } = await renderFrame((api) => mapSection(api.state.section));
    await screen.getByLabelText('Grade of Tomás Rivera, percent').fill('90');
    await screen.getByRole('checkbox', { name: 'Confirm Tomás Rivera' }).click();
    api.failNext('POST /api/section/completions', 'unreachable');
    await screen.getByRole('button', { name: 'Confirm 1 and push' }).click();
    await expect.element(screen.getByRole('alert')).toMatchTextContent('cannot be reached');
    await expect.element(screen.getByLabelText('Grade of Tomás Rivera, percent')).toHaveValue('90');
    await screen.getByRole('button', { name: 'Try again' }).click();
    await expect.element(screen.getByText('1 confirmed, 16 h credited.')).toBeVisible();
  });

  test('show what the gradebook refused', async () => {
    const { screen } = await renderFrame((api) => {
      mapSection(api.state.section);
      const [first] = api.state.section.view.learners;
      if (first)
        first.push = {
          state: 'refused',
          percent: 88,
          graded: true,
          at: new Date().toISOString(),
          message: 'The learner left the course.',
        };
    });
    await expect.element(screen.getByText('88 % not in the gradebook')).toBeVisible();
    await expect.element(screen.getByText('The learner left the course.')).toBeVisible();
  });

  test('go to the column of the activity, which is named', async () => {
    const { screen } = await renderFrame((api) => {
      mapSection(api.state.section);
      api.state.section.view.columnTitle = 'Journeybook plain';
    });
    await expect.element(screen.getByText(/in the column “Journeybook plain”/)).toBeVisible();
  });

  test('are followed while the roster is being read, and the grades after it', async () => {
    const { screen, api } = await renderFrame((api) => {
      mapSection(api.state.section);
      api.state.section.view.roster = { state: 'reading', readAt: null, problem: null };
      api.state.section.view.results = { state: 'reading', readAt: null, problem: null };
    });
    await expect.element(screen.getByText('reading the roster…')).toBeVisible();
    const read = { state: 'read', readAt: new Date().toISOString(), problem: null } as const;
    api.state.section.view.roster = read;
    await expect.element(screen.getByText('reading the grades…'), { timeout: 8_000 }).toBeVisible();
    api.state.section.view.results = read;
    await expect.element(screen.getByText('roster and grades read just now'), { timeout: 8_000 }).toBeVisible();
  });

  test('say why they cannot be confirmed, also when nobody can be matched', async () => {
    const { screen } = await renderFrame((api) => {
      mapSection(api.state.section);
      const last = api.state.section.view.learners.at(-1);
      if (last) last.blocked = 'This apprentice is not in training now. Ask the sponsor.';
    });
    await expect.element(screen.getByText(/not in training now/)).toBeVisible();
    await expect.element(screen.getByRole('checkbox', { name: 'Confirm Sam Ortiz' })).not.toBeInTheDocument();
  });

  test('are only looked at by an assistant', async () => {
    const { screen } = await renderFrame((api) => {
      mapSection(api.state.section);
      api.state.launchRole = 'assistant';
      api.state.section.view.may = { map: false, match: false, confirm: false };
    });
    await expect.element(screen.getByText('16 h ready')).toBeVisible();
    await expect.element(screen.getByRole('checkbox')).not.toBeInTheDocument();
    await expect.element(screen.getByRole('button', { name: 'Yes, this is Priya Nair' })).not.toBeInTheDocument();
  });
});

describe('a learner’s launch', () => {
  test('shows the own record, whose numbers open', async () => {
    const { screen } = await renderFrame((api) => {
      api.state.launchRole = 'learner';
      api.state.signedIn = people.adaeze;
    });
    await screen.getByRole('button', { name: /^781 h count in Operate/ }).click();
    await expect
      .element(
        screen
          .getByRole('dialog')
          .getByText(/approved by Lucia Okafor/)
          .first(),
      )
      .toBeVisible();
  });

  test('explains itself while nobody is matched', async () => {
    const { screen } = await renderFrame((api) => {
      api.state.launchRole = 'learner';
    });
    await expect.element(screen.getByRole('heading', { name: /not matched to an apprentice yet/ })).toBeVisible();
  });

  test('is a word of explanation for a visitor', async () => {
    const { screen } = await renderFrame((api) => {
      api.state.launchRole = 'visitor';
    });
    await expect.element(screen.getByText(/neither an instructor nor a learner/)).toBeVisible();
  });
});
