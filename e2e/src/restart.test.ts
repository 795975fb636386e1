import { afterAll, beforeAll, expect, test } from 'vitest';
import { phone, useVisits } from './browser/visits.js';
import { logHours } from './portal/log-hours.js';
import { people } from './portal/people.js';
import { readNumbers } from './portal/record-numbers.js';
import { signIn } from './portal/sign-in.js';
import { makeOwnProduct, type OwnProduct } from './product/own-product.js';

const visits = useVisits();
let product: OwnProduct;

beforeAll(async () => {
  product = await makeOwnProduct();
  await product.start();
});
afterAll(() => product.remove());

test('what was logged before a stop is there after the next start, and the person is still signed in', async () => {
  const { portal, platform } = product.urls;
  const page = await visits.open(phone);
  await signIn(page, people.tomas, portal);
  const before = await readNumbers(page);
  const work = [{ process: 'Set up production equipment', time: '1:15' }];
  await logHours(page, { work, note: 'before the lights went out', mentor: people.ben.name }, portal);
  await typeGradeInPlatform();

  await product.stop();
  await product.start();

  await page.goto(`${portal}/record`);
  expect(await readNumbers(page)).toEqual({ ...before, waiting: before.waiting + 75 });
  await page.goto(`${portal}/log`);
  await page.getByText('before the lights went out').first().waitFor();
  const gradebook = await openMath();
  await gradebook.getByRole('row').filter({ hasText: people.tomas.name }).getByText('77 / 100').waitFor();

  async function typeGradeInPlatform(): Promise<void> {
    const typing = await openMath();
    const row = typing.getByRole('row').filter({ hasText: people.tomas.name });
    await row.getByText('Change', { exact: true }).click();
    await row.getByLabel('Grade', { exact: true }).fill('77');
    await row.getByRole('button', { name: /^Save/ }).click();
    await row.getByText('77 / 100').waitFor();
  }

  async function openMath() {
    const instructor = await visits.open(phone);
    await instructor.goto(`${platform}/moodle/`);
    await instructor.getByRole('button', { name: 'Rosa Silva' }).click();
    await instructor.goto(`${platform}/moodle/courses/3/grades`);
    return instructor;
  }
});
