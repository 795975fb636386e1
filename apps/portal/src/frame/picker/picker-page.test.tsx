import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { mapSection } from '../../testing/fake-section.js';
import { refusal } from '../../testing/fake-transport.js';
import { renderPicker } from '../../testing/render-as.js';
import { sendChoice } from './send-choice.js';

const picked = (calls: readonly { line: string; body: unknown }[]) =>
  calls.filter((call) => call.line === 'POST /api/picker/picks').map((call) => call.body);
const keys = (...courses: readonly string[]) => courses.map((course) => ({ rapidsCode: '2031HY', course }));

describe('the picker of one course', () => {
  test('suggests the best fit, and adds nothing until somebody says so', async () => {
    const { screen, api, answers } = await renderPicker(false);
    await expect.element(screen.getByRole('heading', { name: 'Which RTI course do you add?' })).toBeVisible();
    await expect.element(screen.getByRole('radio', { name: /Blueprint Reading/ })).toBeChecked();
    expect(picked(api.calls)).toEqual([]);

    await screen.getByLabelText('Pass mark, percent').fill('75');
    await screen.getByRole('button', { name: 'Add Blueprint Reading' }).click();
    await expect.poll(() => answers).toHaveLength(1);
    expect(picked(api.calls)).toEqual([{ courses: keys('RTI09'), passMarkPercent: 75 }]);
    expect(answers[0]).toHaveLength(1);
  });

  test('suggests what the course counts as already', async () => {
    const { screen } = await renderPicker(false, (api) => mapSection(api.state.section, 'RTI04'));
    await expect.element(screen.getByRole('radio', { name: /Measurements and Computations/ })).toBeChecked();
  });

  test('finds another by its code, and takes that one alone', async () => {
    const { screen, api, answers } = await renderPicker(false);
    await screen.getByLabelText('Search the courses').fill('RTI04');
    await screen.getByRole('radio', { name: /Measurements and Computations/ }).click();
    await screen.getByRole('button', { name: /^Add Measurements and Computations/ }).click();
    await expect.poll(() => answers).toHaveLength(1);
    expect(picked(api.calls)).toMatchObject([{ courses: keys('RTI04') }]);
  });

  test('goes back with nothing when it is cancelled', async () => {
    const { screen, api, answers } = await renderPicker(false);
    await screen.getByRole('button', { name: 'Cancel' }).click();
    expect(answers).toEqual([[]]);
    expect(picked(api.calls)).toEqual([]);
    await expect.element(screen.getByRole('button', { name: 'Cancel' })).toBeDisabled();
  });

  test('asks for a pass mark that is a percentage', async () => {
    const { screen, api } = await renderPicker(false);
    await screen.getByLabelText('Pass mark, percent').fill('120');
    await screen.getByRole('button', { name: 'Add Blueprint Reading' }).click();
    await expect.element(screen.getByText('A number from 0 to 100')).toBeVisible();
    expect(picked(api.calls)).toEqual([]);
  });

  test('stays when the choice is not taken, and says why', async () => {
    const { screen, api, answers } = await renderPicker(false);
    await expect.element(screen.getByRole('radio', { name: /Blueprint Reading/ })).toBeChecked();
    api.failNext('POST /api/picker/picks', refusal(422, 'course-not-offered', 'Choose one from the list.'));
    await screen.getByRole('button', { name: 'Add Blueprint Reading' }).click();
    await expect.element(screen.getByRole('alert')).toHaveTextContent('Choose one from the list.');
    expect(answers).toEqual([]);
  });

  test('can be left when the courses cannot be read', async () => {
    const failing = refusal(500, 'internal', 'Try again.');
    const { screen, answers } = await renderPicker(false, (api) => {
      for (let tries = 0; tries < 5; tries += 1) api.failNext('GET /api/picker', failing);
    });
    await screen.getByRole('button', { name: 'Cancel' }).click();
    expect(answers).toEqual([[]]);
  });
});

describe.each([
  ['on a laptop', 1280],
  ['in a narrow frame', 320],
])('the picker of several courses %s', (_, width) => {
  test('adds those that are ticked, and none by itself', async () => {
    await page.viewport(width, 800);
    const { screen, api, answers } = await renderPicker(true);
    await screen.getByRole('button', { name: 'Add the course' }).click();
    await expect.element(screen.getByRole('alert')).toHaveTextContent('Choose a course first.');
    await screen.getByRole('checkbox', { name: /Blueprint Reading/ }).click();
    await screen.getByRole('checkbox', { name: /RTI03/ }).click();
    await screen.getByRole('checkbox', { name: /RTI04/ }).click();
    await screen.getByRole('checkbox', { name: /RTI03/ }).click();
    await screen.getByRole('button', { name: 'Add 2 courses' }).click();
    await expect.poll(() => answers).toHaveLength(1);
    expect(picked(api.calls)).toMatchObject([{ courses: keys('RTI09', 'RTI04') }]);
    expect(answers[0]).toHaveLength(2);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    await page.viewport(390, 844);
  });
});

test('the choice is brought by a form that holds the ticket and each pick', () => {
  const sent: [string, FormData][] = [];
  const { submit } = HTMLFormElement.prototype;
  HTMLFormElement.prototype.submit = function (this: HTMLFormElement) {
    sent.push([`${this.method} ${this.action}`, new FormData(this)]);
  };
  sendChoice({ ticket: 't', answerUrl: 'http://lti.example/lti/picked', multiple: true }, ['a', 'b']);
  HTMLFormElement.prototype.submit = submit;
  document.body.lastElementChild?.remove();

  const [[line, fields] = ['', new FormData()]] = sent;
  expect(line).toBe('post http://lti.example/lti/picked');
  expect([fields.getAll('ticket'), fields.getAll('pick')]).toEqual([['t'], ['a', 'b']]);
});
