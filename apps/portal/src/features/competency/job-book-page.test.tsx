import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { renderAs } from '../../testing/render-as.js';

async function openAsMentor() {
  const rendered = await renderAs('lucia', '/apprentices');
  await rendered.screen.getByRole('link', { name: 'Adaeze Dike' }).click();
  await rendered.screen
    .getByRole('navigation', { name: 'Parts of the record' })
    .getByRole('link', { name: 'Job Book' })
    .click();
  await expect.element(rendered.screen.getByRole('heading', { name: 'Job Book of Adaeze Dike' })).toBeVisible();
  return rendered;
}

describe('the Job Book', () => {
  test('shows an apprentice who signed, at which level, and when', async () => {
    const { screen } = await renderAs('adaeze', '/job-book');
    await expect.element(screen.getByText('“Steady hands, no prompting needed.”').first()).toBeVisible();
    await expect.element(screen.getByText(/signed by Lucia Okafor/).first()).toBeVisible();
    await expect.element(screen.getByRole('button', { name: /^Sign off/ }).first()).not.toBeInTheDocument();
  });

  test('filters by what is open', async () => {
    const { screen } = await renderAs('adaeze', '/job-book');
    await screen.getByRole('button', { name: 'Open', exact: true }).click();
    await expect.element(screen.getByText(/signed by/)).not.toBeInTheDocument();
    await expect.element(screen.getByText('Hand over status to the next shift')).toBeVisible();
  });

  test('unfolds the first process with something open, and any other with the keyboard', async () => {
    const { screen } = await renderAs('adaeze', '/job-book');
    const headings = screen.getByRole('button', { name: /\d+ of \d+ signed$/ });
    await expect.element(headings.first()).toHaveAttribute('aria-expanded', 'true');
    const second = headings.nth(1);
    await expect.element(second).toHaveAttribute('aria-expanded', 'false');
    const before = screen.getByRole('listitem').elements().length;
    (second.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(second).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByRole('listitem').elements().length).toBeGreaterThan(before);
    await userEvent.keyboard(' ');
    await expect.poll(() => screen.getByRole('listitem').elements().length).toBe(before);
  });

  test('is signed by a mentor in place, and stays in sight', async () => {
    const { screen, api } = await openAsMentor();
    await screen.getByRole('button', { name: 'Open', exact: true }).click();
    await screen.getByRole('button', { name: 'Sign off: Hand over status to the next shift' }).click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByRole('radio', { name: '4 Can teach others' }).click();
    await dialog.getByLabelText('Comment').fill('Taught the new starter');
    await dialog.getByRole('button', { name: 'Sign off' }).click();

    await expect.element(screen.getByText(/Signed off at level 4/)).toBeVisible();
    await expect.element(screen.getByText('“Taught the new starter”')).toBeVisible();
    await expect.element(screen.getByText('43', { exact: true })).toBeVisible();
    expect(api.calls.find((call) => call.line.endsWith('/sign-offs'))?.body).toMatchObject({
      competency: 'WP01.9',
      level: 4,
      comment: 'Taught the new starter',
    });
  });

  test('keeps what a mentor typed when the sign-off fails', async () => {
    const { screen, api } = await openAsMentor();
    await screen.getByRole('button', { name: 'Sign off: Clean equipment and work area' }).click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByLabelText('Comment').fill('Spotless');
    api.failNext(`POST /api/apprenticeships/${api.state.apprenticeships[0]?.id}/sign-offs`, 'unreachable');
    await dialog.getByRole('button', { name: 'Sign off' }).click();
    await expect.element(dialog.getByRole('alert')).toMatchTextContent('cannot be reached');
    await expect.element(dialog.getByLabelText('Comment')).toHaveValue('Spotless');
  });
});

type Rendered = Awaited<ReturnType<typeof openAsMentor>>;
const bodyOf = ({ api }: Pick<Rendered, 'api'>, end: string) =>
  api.calls.find((call) => call.line.startsWith('POST') && call.line.endsWith(end))?.body;
const unfold = (screen: Rendered['screen'], process: RegExp) =>
  screen.getByRole('heading', { name: process }).getByRole('button').click();

describe('how far a skill has come', () => {
  test('is said in words beside its mark', async () => {
    const { screen } = await renderAs('adaeze', '/job-book');
    await screen.getByRole('button', { name: 'Open', exact: true }).click();
    await expect.element(screen.getByText(/^demonstrated .* · needs level 3/)).toBeVisible();
    await expect.element(screen.getByText(/^not started · needs level 3/).first()).toBeVisible();
    await unfold(screen, /Produce products/);
    await expect.element(screen.getByText(/^observed at level 2 \(Performs with help\) by Lucia Okafor/)).toBeVisible();
    await expect.element(screen.getByText('“Good eye; still needs the checklist beside you.”')).toBeVisible();
  });

  test('has a mark of its own for each standing, whatever its colour', async () => {
    const { screen } = await renderAs('adaeze', '/job-book');
    await expect.element(screen.getByText('not started', { exact: true })).toBeInTheDocument();
    const legend = [...document.querySelectorAll('li > svg')].slice(0, 4).map((mark) => mark.innerHTML);
    expect(new Set(legend).size).toBe(4);
  });

  test('opens to every act on it, oldest first', async () => {
    const { screen } = await renderAs('adaeze', '/job-book');
    await unfold(screen, /Produce products/);
    await screen.getByRole('button', { name: /^History of Participate/ }).click();
    const panel = screen.getByRole('dialog', { name: /^Participate/ });
    await expect.element(panel.getByRole('listitem').first()).toMatchTextContent(/^Demonstrated/);
    await expect
      .element(panel.getByRole('listitem').nth(1))
      .toMatchTextContent(/Observed at level 2, Performs with help.*Good eye/);
    await expect.element(panel.getByRole('button', { name: /^Void/ })).not.toBeInTheDocument();
  });
});

describe('what a mentor does with a skill', () => {
  test('begins and ends with the keyboard where it was begun', async () => {
    const { screen } = await openAsMentor();
    for (const name of ['Observed: Hand over status to the next shift', /^History of Start up/]) {
      const button = screen.getByRole('button', { name });
      (button.element() as HTMLElement).focus();
      await userEvent.keyboard('{Enter}');
      await expect.element(screen.getByRole('dialog')).toBeVisible();
      await userEvent.keyboard('{Escape}');
      await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
      await expect.element(button).toHaveFocus();
    }
  });

  test('is observed with a level and feedback, both asked for', async () => {
    const rendered = await openAsMentor();
    const { screen } = rendered;
    await screen.getByRole('button', { name: 'Observed: Hand over status to the next shift' }).click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Record what you saw' }).click();
    await expect.element(dialog.getByText('Choose the level you have seen')).toBeVisible();
    await expect.element(dialog.getByText('Say what you saw and what to work on')).toBeVisible();

    await dialog.getByRole('radio', { name: '1 Demonstrated to apprentice' }).click();
    await dialog.getByLabelText(/^Feedback/).fill('Name the open jobs first.');
    await dialog.getByRole('button', { name: 'Record what you saw' }).click();
    await expect.element(screen.getByText(/^Observed at level 1\. Adaeze Dike reads/)).toBeVisible();
    await expect.element(screen.getByText('“Name the open jobs first.”')).toBeVisible();
    expect(bodyOf(rendered, '/observations')).toMatchObject({
      competency: 'WP01.9',
      level: 1,
      feedback: 'Name the open jobs first.',
    });
  });

  test('is demonstrated, with a comment or none', async () => {
    const rendered = await openAsMentor();
    const { screen } = rendered;
    await screen.getByRole('button', { name: 'Demonstrated: Clean equipment and work area' }).click();
    await screen.getByRole('dialog').getByRole('button', { name: 'Record the demonstration' }).click();
    await expect.element(screen.getByText(/^Demonstrated on .* It is on the record of Adaeze Dike\.$/)).toBeVisible();
    expect(bodyOf(rendered, '/demonstrations')).toMatchObject({ competency: 'WP01.10', comment: '' });
  });

  test('is judged by a test with score and pass mark, and says when it was not passed', async () => {
    const rendered = await openAsMentor();
    const { screen } = rendered;
    await unfold(screen, /Measure/);
    await screen.getByRole('button', { name: 'Sign off: Record and chart measurement data' }).click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Sign off' }).click();
    await expect.element(dialog.getByText('Enter the score, 0 to 100 %')).toBeVisible();

    await dialog.getByLabelText(/^Score/).fill('72');
    await dialog.getByLabelText(/^Pass mark/).fill('80');
    await dialog.getByRole('button', { name: 'Sign off' }).click();
    await expect.element(dialog.getByRole('alert')).toMatchTextContent('The test was not passed: 80 % are needed.');
    await dialog.getByLabelText(/^Score/).fill('88');
    await dialog.getByRole('button', { name: 'Sign off' }).click();
    await expect.element(screen.getByText(/^Signed off at level 3/)).toBeVisible();
    const sent = rendered.api.calls.filter((call) => call.line.endsWith('/sign-offs')).at(-1)?.body;
    expect(sent).toMatchObject({
      evaluation: { method: 'test', result: { scorePercent: 88, passMarkPercent: 80 }, reference: '' },
    });
  });

  test.each([
    [/Set up production/, 'Sign off: Run first-piece and obtain approval', /^Which work/, 'Say which work it was'],
    [/continuous/, 'Sign off: Use root-cause problem solving', /^What was asked/, 'Say what was asked and answered'],
  ])('is judged by more than an observation in %s', async (process, sign, field, missing) => {
    const rendered = await openAsMentor();
    const { screen } = rendered;
    await unfold(screen, process);
    await screen.getByRole('button', { name: sign }).click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Sign off' }).click();
    await expect.element(dialog.getByText(missing)).toBeVisible();
    await dialog.getByLabelText(field).fill('Order 4711');
    await dialog.getByRole('button', { name: 'Sign off' }).click();
    await expect.element(screen.getByText(/^Signed off at level 3/)).toBeVisible();
    expect(bodyOf(rendered, '/sign-offs')).toMatchObject({ evaluation: { result: null, reference: 'Order 4711' } });
  });

  test('is voided at once when it was signed by mistake, with a reason', async () => {
    const { screen, api } = await openAsMentor();
    await screen.getByRole('button', { name: 'Sign off: Hand over status to the next shift' }).click();
    await screen.getByRole('dialog').getByRole('button', { name: 'Sign off' }).click();
    await screen.getByRole('button', { name: 'Void the sign-off: Hand over status to the next shift' }).click();
    const dialog = screen.getByRole('dialog', { name: 'Void this sign-off?' });
    await dialog.getByRole('button', { name: 'Void the sign-off' }).click();
    await expect.element(dialog.getByText('Say why it does not stand')).toBeVisible();
    await dialog.getByLabelText(/^Why/).fill('Wrong line');
    await dialog.getByRole('button', { name: 'Void the sign-off' }).click();

    await expect.element(screen.getByText(/The sign-off is voided/)).toBeVisible();
    await expect.element(screen.getByText('42', { exact: true })).toBeVisible();
    expect(api.calls.find((call) => call.line.endsWith('/void'))?.body).toEqual({ reason: 'Wrong line' });
  });
});

describe('a sponsor in the Job Book', () => {
  test('voids a sign-off from its history, which keeps it struck', async () => {
    const { screen, api } = await renderAs('wanda', '/apprentices');
    const own = api.state.apprenticeships[0];
    await screen.getByRole('link', { name: 'Adaeze Dike' }).click();
    await screen.getByRole('navigation', { name: 'Parts of the record' }).getByText('Job Book').click();
    await expect.element(screen.getByRole('button', { name: /^Sign off/ })).not.toBeInTheDocument();
    await screen.getByRole('button', { name: /^History of Start up/ }).click();
    const panel = screen.getByRole('dialog', { name: /^Start up/ });
    await panel.getByRole('button', { name: /^Void the sign-off/ }).click();
    const dialog = screen.getByRole('dialog', { name: 'Void this sign-off?' });
    await dialog.getByLabelText(/^Why/).fill('Signed for somebody else');
    api.failNext(
      `POST /api/apprenticeships/${own?.id}/sign-offs/${own?.entries.find((one) => one.subject?.code === 'WP01.1')?.id}/void`,
      'unreachable',
    );
    await dialog.getByRole('button', { name: 'Void the sign-off' }).click();
    await expect.element(dialog.getByRole('alert')).toMatchTextContent('cannot be reached');
    await expect.element(dialog.getByLabelText(/^Why/)).toHaveValue('Signed for somebody else');
    await dialog.getByRole('button', { name: 'Void the sign-off' }).click();

    await expect.element(panel.getByText('Voided', { exact: true })).toBeVisible();
    await expect.element(panel.getByText('Signed for somebody else')).toBeVisible();
    expect(panel.getByText(/^Signed off at level 3/).element().tagName).toBe('S');
  });
});

describe('an apprentice in the Job Book', () => {
  test('asks for a sign-off with a note, sees it wait, and withdraws it', async () => {
    const rendered = await renderAs('adaeze', '/job-book');
    const { screen } = rendered;
    await screen.getByRole('button', { name: 'Ask for a sign-off: Hand over status to the next shift' }).click();
    const dialog = screen.getByRole('dialog', { name: 'Ask for a sign-off' });
    await dialog.getByLabelText('Note').fill('Every evening this week');
    await dialog.getByRole('button', { name: 'Ask Lucia Okafor' }).click();
    await expect.element(screen.getByText('Asked Lucia Okafor for this sign-off.')).toBeVisible();
    const line = screen.getByRole('listitem').filter({ hasText: 'Hand over status' });
    await expect.element(line.getByText(/asked .*, waits for Lucia Okafor/)).toBeVisible();
    await expect.element(line.getByText('Every evening this week')).toBeVisible();
    expect(bodyOf(rendered, '/sign-off-requests')).toEqual({ competency: 'WP01.9', note: 'Every evening this week' });

    await line.getByRole('button', { name: /^Withdraw/ }).click();
    await expect.element(line.getByText('Withdrawn: Lucia Okafor is not asked any more.')).toBeVisible();
    await expect.element(line.getByRole('button', { name: /^Ask for a sign-off/ })).toBeVisible();
  });

  test('reads what a decline said and asks again', async () => {
    const { screen } = await renderAs('adaeze', '/job-book');
    await screen.getByRole('button', { name: 'Asked', exact: true }).click();
    await unfold(screen, /Set up production/);
    const line = screen.getByRole('listitem').filter({ hasText: 'Run first-piece' });
    await expect.element(line.getByText(/^not yet: Lucia Okafor/)).toBeVisible();
    await expect.element(line.getByText(/Run two more first pieces/)).toBeVisible();
    await line.getByRole('button', { name: /^Ask again/ }).click();
    await screen.getByRole('dialog').getByRole('button', { name: 'Ask Lucia Okafor' }).click();
    await expect.element(line.getByText(/^not yet/)).not.toBeInTheDocument();
    await expect.element(line.getByText(/waits for Lucia Okafor/)).toBeVisible();
  });

  test('sees how it stands when somebody answered before the withdrawal', async () => {
    const { screen, api } = await renderAs('adaeze', '/job-book');
    await screen.getByRole('button', { name: 'Asked', exact: true }).click();
    const request = api.state.apprenticeships[0]?.requests?.[0];
    if (request) request.state = 'withdrawn';
    await screen.getByRole('button', { name: /^Withdraw/ }).click();
    await expect.element(screen.getByRole('button', { name: /^Withdraw/ })).not.toBeInTheDocument();
  });
});

test.each([320, 1280])('the Job Book of a mentor fits %i px', async (width) => {
  await page.viewport(width, 800);
  const { screen } = await openAsMentor();
  await expect.element(screen.getByRole('button', { name: /^Sign off/ }).first()).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  await page.viewport(390, 844);
});
