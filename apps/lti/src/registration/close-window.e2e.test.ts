import { Database } from '@journeybook/database/testing';
import type { OrganizationId } from '@journeybook/domain';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { invite } from '../testing/invite.js';
import { startWorld, type World } from '../testing/start-world.js';
import { useStrictBrowser, type Visit } from '../testing/strict-browser.js';

vi.setConfig({ testTimeout: 60_000 });
const browser = useStrictBrowser();

let world: World;
let database: Database;
beforeAll(async () => {
  world = await startWorld('moodle', { platformHost: 'localhost' });
  database = await Database.openAsOwner({ url: world.databaseUrl });
});
afterAll(async () => {
  await database.close();
  await world.close();
});

/** A page on which an administrator pasted the link: the platform's own, unless it is somewhere else. */
async function openAdminPage({ page }: Visit, place = `${world.simulator.url}/`): Promise<void> {
  const { openidConfiguration, registrationToken } = await world.simulator.control.inviteTool();
  const link = new URL(`${world.config.publicUrl}/lti/register`);
  link.searchParams.set('invitation', await invite(database, world.collegeId as OrganizationId));
  link.searchParams.set('openid_configuration', openidConfiguration);
  link.searchParams.set('registration_token', registrationToken);
  const address = JSON.stringify(link.href);
  // The page keeps the address it was opened at, whatever stood there.
  await page.goto(place);
  await page.setContent(`<!doctype html><title>Manage tools</title>
    <p id="said"></p><button id="window">Window</button><button id="frame">Frame</button><iframe width="800" height="600"></iframe>
    <script>
      addEventListener('message', ({ data }) => { document.getElementById('said').textContent = data.subject; });
      document.getElementById('window').onclick = () => window.open(${address});
      document.getElementById('frame').onclick = () => { document.querySelector('iframe').src = ${address}; };
    </script>`);
}

test('acceptance 25: an administrator connects in the platform’s frame, and the frame is told to close', async () => {
  const visit = await browser.visit();
  const { page } = visit;
  await openAdminPage(visit);
  await page.getByRole('button', { name: 'Frame' }).click();
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Connect' }).click();
  await frame.getByRole('heading', { name: 'Connected' }).waitFor();
  expect(await page.locator('#said').textContent()).toBe('');
  await frame.getByRole('button', { name: 'Close this window' }).click();
  await page.getByText('org.imsglobal.lti.close').waitFor();
});

test('in a window of its own the platform’s window is told', async () => {
  const visit = await browser.visit();
  const { page, context } = visit;
  await openAdminPage(visit);
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('button', { name: 'Window' }).click(),
  ]);
  await opened.getByRole('button', { name: 'Connect' }).click();
  await opened.getByRole('button', { name: 'Close this window' }).click();
  await vi.waitFor(async () => expect(await page.locator('#said').textContent()).toBe('org.imsglobal.lti.close'), {
    timeout: 10_000,
  });
});

test('nobody else shows the question in a frame, though they have the link', async () => {
  const visit = await browser.visit();
  await openAdminPage(visit, world.api.url);
  const [refused] = await Promise.all([
    visit.page.waitForEvent('console', (message) => message.text().includes('frame-ancestors')),
    visit.page.getByRole('button', { name: 'Frame' }).click(),
  ]);
  expect(refused.type()).toBe('error');
  expect(await visit.page.frameLocator('iframe').getByRole('button', { name: 'Connect' }).count()).toBe(0);
});
