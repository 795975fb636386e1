import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { FakeApi } from '../testing/fake-api.js';
import { mapSection } from '../testing/fake-section.js';
import { fakeAttendee, fakeTaught } from '../testing/fake-teaching.js';
import { momentAgo } from '../testing/fake-world.js';
import { renderAs, renderFrame } from '../testing/render-as.js';

// As every test begins.
afterEach(() => page.viewport(390, 844));

const ninetyLetters = 'Wolfeschlegelsteinhausen'.repeat(4).slice(0, 90);

const longNamed = (api: FakeApi) => {
  mapSection(api.state.section);
  const [adaeze] = api.state.section.view.learners;
  if (!adaeze) throw new Error('nobody is in the course');
  adaeze.name = ninetyLetters;
};

const linesOf = (element: Element): number => {
  const range = document.createRange();
  range.selectNodeContents(element);
  return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
};

const isWithinPage = () =>
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(document.documentElement.clientWidth);

describe('a name of ninety letters without a space', () => {
  test.each([768, 1280])('keeps to its column of the table at %d px, and every heading is whole', async (width) => {
    await page.viewport(width, 800);
    const { screen } = await renderFrame(longNamed);
    const name = screen.getByRole('cell', { name: ninetyLetters });
    await expect.element(name).toBeVisible();
    const table = screen.getByRole('table').element();
    expect(name.element().getBoundingClientRect().width).toBeLessThan(0.3 * table.getBoundingClientRect().width);
    expect(name.element().scrollWidth).toBeLessThanOrEqual(name.element().clientWidth);
    for (const heading of ['Learner', 'Apprentice', 'Grade here', 'RTI hours'])
      expect(linesOf(screen.getByRole('columnheader', { name: heading }).element()), heading).toBe(1);
    isWithinPage();
  });
  test.each([320, 390])('breaks within its card at %d px', async (width) => {
    await page.viewport(width, 800);
    const { screen } = await renderFrame(longNamed);
    const name = screen.getByText(ninetyLetters);
    await expect.element(name).toBeVisible();
    expect(name.element().scrollWidth).toBeLessThanOrEqual(name.element().clientWidth);
    expect(name.element().getBoundingClientRect().right).toBeLessThan(width);
    isWithinPage();
  });
  test.each([320, 390, 768, 1024, 1280])(
    'leaves room for everything in a section of the portal at %d px',
    async (width) => {
      await page.viewport(width, 800);
      const section = fakeTaught({ attendees: [fakeAttendee(ninetyLetters), fakeAttendee('Tomás Rivera')] });
      const { screen } = await renderAs(
        'rosa',
        `/sections/${section.id}`,
        (api) => void api.state.taught.push(section),
      );
      const name = screen.getByText(/^Tomás Rivera/);
      await expect.element(name).toBeInTheDocument();
      expect(linesOf(name.element())).toBeLessThanOrEqual(3);
      isWithinPage();
    },
  );
});

describe('a grade with two decimals', () => {
  const grade = 'Grade of Adaeze Dike, percent';
  /** How much of the field there is for what is typed, and how much it takes. */
  const roomOf = (field: HTMLInputElement) => {
    const { paddingLeft, paddingRight, font } = getComputedStyle(field);
    const pen = document.createElement('canvas').getContext('2d');
    if (!pen) throw new Error('no canvas');
    pen.font = font;
    const room = field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
    return { room, taken: pen.measureText(field.value).width };
  };
  test.each([320, 390, 768, 1280])('is seen whole in its field at %d px', async (width) => {
    await page.viewport(width, 800);
    const { screen } = await renderFrame((api) => mapSection(api.state.section));
    for (const text of ['45.25', '88.88', '100.00']) {
      await screen.getByLabelText(grade).fill(text);
      const { room, taken } = roomOf(screen.getByLabelText(grade).element() as HTMLInputElement);
      expect(taken, text).toBeLessThan(room);
    }
  });
  test('is the same number in the field, beside it and on its way to the gradebook', async () => {
    const { screen } = await renderFrame((api) => {
      mapSection(api.state.section);
      const [adaeze, marcus] = api.state.section.view.learners;
      if (!adaeze || !marcus) throw new Error('nobody is in the course');
      adaeze.grade = { percent: 83.56, latest: 83.56, comment: '', readAt: momentAgo(1) };
      marcus.grade = { percent: 83.56, latest: 45.25, comment: '', readAt: momentAgo(25) };
      marcus.push = { state: 'delivered', percent: 83.56, graded: true, at: momentAgo(1), message: '' };
    });
    await expect.element(screen.getByLabelText(grade)).toHaveValue('83.56');
    await expect.element(screen.getByText('83.56 % in the gradebook')).toBeVisible();
    await expect.element(screen.getByText(/^83\.56.%/).first()).toBeVisible();
    await expect.element(screen.getByText(/now 45\.25.%/)).toBeVisible();
  });
});
