import { describe, expect, test } from 'vitest';
import { expectSoundPage } from '../../testing/expect-sound-page.js';
import { renderAs } from '../../testing/render-as.js';
import { momentAgo, people, sponsor } from '../../testing/fake-world.js';
import type { CalendarDate, Instant } from '@journeybook/domain';

const openQuestions = async (prepare?: Parameters<typeof renderAs>[2]) => {
  const opened = await renderAs('adaeze', '/questions', prepare);
  await expect.element(opened.screen.getByRole('heading', { level: 1, name: 'Personal questions' })).toBeVisible();
  await expect.element(opened.screen.getByRole('heading', { name: 'Sex' })).toBeVisible();
  return opened;
};
const answersSent = (api: Awaited<ReturnType<typeof renderAs>>['api']) =>
  api.calls.filter(({ line }) => /^(PUT|DELETE) \/api\/own-answers/.test(line));

describe('personal questions', () => {
  test('are reached from the agreement, and say who sees the answers', async () => {
    const { screen } = await renderAs('adaeze', '/agreement');
    await screen.getByRole('link', { name: 'Personal questions' }).click();
    await expect.element(screen.getByText(/Nobody at your employer sees your answers/)).toBeVisible();
    await expect.element(screen.getByText(/is your sponsor and your employer/)).not.toBeInTheDocument();
    await expect.element(screen.getByText('Nobody has looked.')).toBeVisible();
  });
  test('are answered, changed and taken back one by one', async () => {
    const { screen, api } = await openQuestions();
    await screen.getByRole('button', { name: 'Keep my answer: Sex' }).click();
    await expect.element(screen.getByText(/Choose an answer/)).toBeVisible();
    expect(answersSent(api)).toEqual([]);
    await screen.getByRole('radio', { name: 'Female' }).click();
    await screen.getByRole('button', { name: 'Keep my answer: Sex' }).click();
    await expect.element(screen.getByText('Sex: your answer is kept.')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Keep my answer: Sex' })).not.toBeInTheDocument();
    await screen.getByRole('button', { name: 'Take my answer back: Sex' }).click();
    await expect.element(screen.getByText(/nothing of it is kept/)).toBeVisible();
    await expect.element(screen.getByRole('radio', { name: 'Female' })).not.toBeChecked();
    expect(answersSent(api)).toMatchObject([
      { line: 'PUT /api/own-answers/sex', body: { values: ['female'] } },
      { line: 'DELETE /api/own-answers/sex', body: undefined },
    ]);
  });
  test('that were answered in another window meanwhile keep the choice, and say what the answer is now', async () => {
    const { screen, api } = await openQuestions();
    const male = screen.getByRole('radio', { name: 'Male', exact: true });
    await male.click();
    const { answers } = api.state.privacy;
    answers.set('sex', { values: ['female'], form: 'ETA 671', answeredOn: '2026-11-01' as CalendarDate });
    await screen.getByRole('button', { name: 'Keep my answer: Sex' }).click();
    await expect.element(screen.getByRole('alert')).toMatchTextContent(/The answer now is: Female\. Nothing was saved/);
    await expect.element(male).toBeChecked();
    expect(answers.get('sex')?.values).toEqual(['female']);
    await screen.getByRole('button', { name: 'Keep my answer: Sex' }).click();
    await expect.element(screen.getByText('Sex: your answer is kept.')).toBeVisible();
    expect(answers.get('sex')?.values).toEqual(['male']);
  });
  test('take several races, or none for whoever does not wish to answer', async () => {
    const { screen, api } = await openQuestions();
    await screen.getByRole('checkbox', { name: 'White' }).click();
    await screen.getByRole('checkbox', { name: 'Asian' }).click();
    await screen.getByRole('checkbox', { name: 'I do not wish to answer' }).click();
    await expect.element(screen.getByRole('checkbox', { name: 'White' })).not.toBeChecked();
    await screen.getByRole('checkbox', { name: 'Asian' }).click();
    await screen.getByRole('button', { name: 'Keep my answer: Race' }).click();
    await expect.element(screen.getByText('Race: your answer is kept.')).toBeVisible();
    expect(answersSent(api).at(-1)?.body).toEqual({ values: ['asian'] });
  });
  test('have "I do not wish to answer" everywhere, and the form on disability word for word', async () => {
    const { screen } = await openQuestions();
    expect(screen.getByText('I do not wish to answer').elements()).toHaveLength(5);
    for (const words of [
      'Yes, I have a disability, or have had one in the past',
      'No, I do not have a disability and have not had one in the past',
      'I do not want to answer',
    ])
      await expect.element(screen.getByRole('radio', { name: words })).toBeVisible();
    await expect.element(screen.getByText(/Form CC-305, OMB number 1250-0005, expires 30 Apr 2026/)).toBeVisible();
  });
  test('show a number by its end once it is typed, and keep what was typed when it cannot be one', async () => {
    const { screen, api } = await openQuestions();
    const number = screen.getByRole('textbox', { name: 'Number' });
    await number.fill('666-12-3456');
    await screen.getByRole('button', { name: 'Keep my number' }).click();
    await expect.element(screen.getByText(/This cannot be a social security number/)).toBeVisible();
    await expect.element(number).toHaveValue('666-12-3456');
    expect(answersSent(api)).toEqual([]);
    await number.fill('512-34-6789');
    await screen.getByRole('heading', { name: 'Social security number' }).click();
    (number.element() as HTMLElement).blur();
    await expect.element(number).toHaveValue('***-**-6789');
    await screen.getByRole('button', { name: 'Keep my number' }).click();
    await expect.element(screen.getByText('***-**-6789')).toBeVisible();
    expect(answersSent(api).at(-1)?.body).toEqual({ values: ['512-34-6789'] });
    await screen.getByRole('button', { name: 'Take my number back' }).click();
    await expect.element(screen.getByText('***-**-6789')).not.toBeInTheDocument();
  });
  test('say who has looked and why, and when the sponsor is the employer', async () => {
    const { screen } = await openQuestions(({ state }) => {
      state.privacy.employs = true;
      state.privacy.accesses = [
        {
          kind: 'agency-export',
          at: momentAgo(2) as Instant,
          by: { id: people.ines.id, name: people.ines.name },
          organization: sponsor,
          role: 'sponsor-admin',
          reason: 'Registration of Tuesday',
          requestId: 'r-1',
        },
      ];
    });
    await expect.element(screen.getByText(/is your sponsor and your employer/)).toBeVisible();
    const list = screen.getByRole('list', { name: 'Who has looked at this' });
    await expect.element(list).toMatchTextContent('Ines Walker');
    await expect.element(list).toMatchTextContent('Registration of Tuesday');
  });
  test('are kept as they are when the answer is refused, and can be used by everybody on every screen', async () => {
    const { screen, api } = await openQuestions();
    api.failNext('PUT /api/own-answers/sex', 'unreachable');
    await screen.getByRole('radio', { name: 'Male', exact: true }).click();
    await screen.getByRole('button', { name: 'Keep my answer: Sex' }).click();
    await expect.element(screen.getByRole('alert')).toBeVisible();
    await expect.element(screen.getByRole('radio', { name: 'Male', exact: true })).toBeChecked();
    await expectSoundPage();
  });
  test('are no page of anybody else', async () => {
    const { screen } = await renderAs('ines', '/questions');
    await expect.element(screen.getByRole('heading', { name: 'This page is for apprentices' })).toBeVisible();
  });
});

test('everybody saves their own data from their account', async () => {
  const { screen, api } = await renderAs('adaeze', '/account');
  await screen.getByRole('button', { name: 'Save my data' }).click();
  await expect.element(screen.getByText('Your file is saved on this device.')).toBeVisible();
  expect(api.calls.some(({ line }) => line === 'POST /api/account/data')).toBe(true);
  await expect.element(screen.getByRole('link', { name: /Personal questions/ })).toBeVisible();
  await expectSoundPage();
});
