import type { FrameLocator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { checkScreen } from './browser/check-screen.js';
import { holdRequests } from './browser/hold-requests.js';
import { laptop, phone, useVisits } from './browser/visits.js';
import { readGradebook, typeGrade } from './platform/gradebook.js';
import { type DemoCourse, openActivity, signInToPlatform } from './platform/open-activity.js';
import { confirmAndPush, confirmMatch, mapCourse, rowOf } from './platform/section-grid.js';
import { readEntriesBehind } from './portal/entries-behind.js';
import { type Person, people } from './portal/people.js';
import { readNumbers } from './portal/record-numbers.js';
import { signIn } from './portal/sign-in.js';

const visits = useVisits();
const instructor = 'Rosa Silva';
const { adaeze, priya, tomas } = people;

const blueprint: DemoCourse = {
  product: 'moodle',
  courseId: '2',
  activity: 'RTI: Blueprint Reading (16 h)',
  title: 'Blueprint Reading',
  hours: 16,
};
const quality: DemoCourse = {
  product: 'canvas',
  courseId: '565',
  activity: 'RTI: Quality Assurance and Continuous Improvement',
  title: 'Quality Assurance and Continuous Improvement',
  hours: 28,
};

interface Journey {
  readonly course: DemoCourse;
  /** Completes with 91 %; completes without a grade; is in the course and no apprentice. */
  readonly graded: Person;
  readonly ungraded: Person;
  readonly stranger: string;
  /** Canvas tells a tool only of grades in rows that a score of the tool has made (lti.md §4.4). */
  readonly tellsTypedGrades: boolean;
}

const journeys: readonly Journey[] = [
  { course: blueprint, graded: adaeze, ungraded: priya, stranger: 'Hannah Weber', tellsTypedGrades: true },
  { course: quality, graded: tomas, ungraded: adaeze, stranger: 'Mei Tanaka', tellsTypedGrades: false },
];

test.each(journeys)('a completion in $course.product is in its gradebook and on the record, once', async (journey) => {
  const { course, graded, ungraded, stranger } = journey;
  const before = await instructionOf(graded);

  const page = await visits.open(laptop);
  await signInToPlatform(page, course, instructor);
  await checkScreen(page, 'courses of the platform');
  const frame = await openActivity(page, course);
  await checkScreen(page, 'choosing the course in the frame');
  await mapCourse(frame, course);
  await rowOf(frame, stranger).getByText('nobody matched').waitFor();
  await checkScreen(page, 'roster before matching');

  // A suggestion matches nobody: before the instructor's answer the learner sees no record.
  await expectNotMatched(course, graded.name);
  await confirmMatch(frame, graded.name);
  await confirmMatch(frame, ungraded.name);

  const gradebook = await visits.openTab(page);
  await giveGrade(journey, { frame, gradebook });
  await checkScreen(page, 'roster with grades');

  // A second tab, opened before, that has not heard of what the first one confirms.
  const stale = await visits.openTab(page);
  const staleFrame = await openActivity(stale, course);
  await staleFrame.getByText(/grades read/).waitFor();
  await tick(staleFrame, [graded.name, ungraded.name]);
  const news = await holdRequests(stale, '**/api/section');

  const hours = `${2 * course.hours} h`;
  expect(await confirmAndPush(frame, [graded.name, ungraded.name])).toBe(`2 confirmed, ${hours} credited.`);
  await rowOf(frame, graded.name).getByText('91 % in the gradebook').waitFor();
  await rowOf(frame, ungraded.name).getByText('100 % in the gradebook').waitFor();
  await checkScreen(page, 'roster after a push');
  const pushed = await readGradebook(gradebook, course);
  expect(pushed.find((row) => row.includes(graded.name))).toContain('91 / 100');
  expect(pushed.find((row) => row.includes(ungraded.name))).toMatch(/100 \/ 100[^]*by Journeybook/);
  await checkScreen(gradebook, 'gradebook');

  await staleFrame.getByRole('button', { name: 'Confirm 2 and push' }).click();
  await news.letGo();
  await staleFrame.getByRole('status').filter({ hasText: '2 had the hours already.' }).waitFor();
  const again = await openActivity(page, course);
  await rowOf(again, graded.name).getByText('91 % in the gradebook').waitFor();
  expect(await readGradebook(gradebook, course)).toEqual(pushed);
  expect(await instructionOf(graded)).toBe(before + course.hours * 60);
  await expectCredit(graded, course, '91 %');

  // Typed after the push it is told by both products; the hours stay.
  await typeGrade(gradebook, course, { learner: graded.name, score: '88' });
  await again.getByRole('button', { name: 'Read again' }).click();
  await rowOf(again, graded.name).getByText('88 %').waitFor();
  expect(await instructionOf(graded)).toBe(before + course.hours * 60);

  await expectOwnRecord(course, graded.name);
  await expectNotMatched(course, stranger);
});

/** 91 %: where the platform tells of it typed into its gradebook and read again, else typed into our grid. */
async function giveGrade(
  { course, graded, ungraded, tellsTypedGrades }: Journey,
  { frame, gradebook }: { frame: FrameLocator; gradebook: Page },
): Promise<void> {
  if (tellsTypedGrades) {
    await typeGrade(gradebook, course, { learner: graded.name, score: '91' });
    expect(await gradeIn(frame, graded.name)).toBe('');
    await frame.getByRole('button', { name: 'Read again' }).click();
    await expect.poll(() => gradeIn(frame, graded.name), { timeout: 20_000 }).toBe('91');
  } else {
    await frame.getByRole('textbox', { name: `Grade of ${graded.name}, percent` }).fill('91');
  }
  expect(await gradeIn(frame, ungraded.name)).toBe('');
}

test('a course that is opened twice in a row has its roster', async () => {
  const course: DemoCourse = {
    product: 'moodle',
    courseId: '3',
    activity: 'RTI: Industrial Math',
    title: 'Industrial Math',
    hours: 10,
  };
  const page = await visits.open(laptop);
  await signInToPlatform(page, course, instructor);
  await mapCourse(await openActivity(page, course), course);
  for (const _again of ['once', 'twice']) {
    const frame = await openActivity(page, course);
    await frame.getByText(/grades read/).waitFor();
  }
  const frame = await openActivity(page, course);
  await frame.getByRole('button', { name: 'Read again' }).click();
  await frame.getByText('roster and grades read just now').waitFor();
  expect(await frame.getByRole('row').count()).toBe(5);
});

const gradeIn = (frame: FrameLocator, learner: string) =>
  frame.getByRole('textbox', { name: `Grade of ${learner}, percent` }).inputValue();

async function tick(frame: FrameLocator, learners: readonly string[]): Promise<void> {
  for (const learner of learners) await frame.getByRole('checkbox', { name: `Confirm ${learner}` }).check();
}

/** RTI minutes on the record that the apprentice sees in the portal. */
async function instructionOf(person: Person): Promise<number> {
  const page = await visits.open(phone);
  await signIn(page, person);
  const { instruction } = await readNumbers(page);
  await page.context().close();
  return instruction;
}

/** The credit on the record says who confirmed it and where it came from. */
async function expectCredit(person: Person, course: DemoCourse, grade: string): Promise<void> {
  const page = await visits.open(phone);
  await signIn(page, person);
  const number = page.getByRole('button', { name: `${course.hours} h in ${course.title}: open the entries` });
  const { lines, minutes } = await readEntriesBehind(page, number);
  expect(minutes).toBe(course.hours * 60);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(`confirmed by ${instructor}`);
  expect(lines[0]).toContain('Lakeside Community College');
  expect(lines[0]).toContain(grade);
}

async function launchAs(course: DemoCourse, learner: string): Promise<{ page: Page; frame: FrameLocator }> {
  const page = await visits.open(phone);
  await signInToPlatform(page, course, learner);
  return { page, frame: await openActivity(page, course) };
}

async function expectNotMatched(course: DemoCourse, learner: string): Promise<void> {
  const { page, frame } = await launchAs(course, learner);
  await frame.getByRole('heading', { name: 'You are not matched to an apprentice yet' }).waitFor();
  expect(await frame.locator('body').textContent()).toContain('Lakeside Community College knows you as a learner');
  await checkScreen(page, 'a learner who is not matched');
}

async function expectOwnRecord(course: DemoCourse, learner: string): Promise<void> {
  const { page, frame } = await launchAs(course, learner);
  await frame.getByRole('heading', { name: 'My record' }).waitFor();
  await frame.getByText(learner).first().waitFor();
  await frame.getByRole('button', { name: `${course.hours} h in ${course.title}: open the entries` }).waitFor();
  await checkScreen(page, 'own record in the frame');
}
