import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Database } from '@journeybook/database/testing';
import type { OrganizationId } from '@journeybook/domain';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { invite } from '../testing/invite.js';
import { startWorld, type World } from '../testing/start-world.js';
import { useStrictBrowser } from '../testing/strict-browser.js';

vi.setConfig({ testTimeout: 60_000 });
const browser = useStrictBrowser();

let world: World;
let database: Database;
let admin: http.Server;
beforeAll(async () => {
  world = await startWorld('moodle', { platformHost: 'localhost' });
  database = await Database.openAsOwner({ url: world.databaseUrl });
  admin = http.createServer((request, response) => {
    const address = JSON.stringify(new URL(request.url ?? '', 'http://localhost').searchParams.get('open'));
    response.setHeader('content-type', 'text/html').end(`<!doctype html><title>Manage tools</title>
      <p id="said"></p><button id="window">Window</button><iframe width="800" height="600"></iframe>
      <script>
        addEventListener('message', ({ data }) => { document.getElementById('said').textContent = data.subject; });
        document.getElementById('window').onclick = () => window.open(${address});
        if (location.hash === '#frame') document.querySelector('iframe').src = ${address};
      </script>`);
  });
  await new Promise<void>((resolve) => admin.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise((resolve) => admin.close(resolve));
  await database.close();
  await world.close();
});

/** The platform's page on which its administrator pasted the link. */
async function adminPage(): Promise<string> {
  const { openidConfiguration, registrationToken } = await world.simulator.control.inviteTool();
  const link = new URL(`${world.config.publicUrl}/lti/register`);
  link.searchParams.set('invitation', await invite(database, world.collegeId as OrganizationId));
  link.searchParams.set('openid_configuration', openidConfiguration);
  link.searchParams.set('registration_token', registrationToken);
  return `http://localhost:${(admin.address() as AddressInfo).port}/?open=${encodeURIComponent(link.href)}`;
}

test('acceptance 25: an administrator connects in the platform’s frame, and the frame is told to close', async () => {
  const { page } = await browser.visit();
  await page.goto(`${await adminPage()}#frame`);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Connect' }).click();
  await frame.getByRole('heading', { name: 'Connected' }).waitFor();
  expect(await page.locator('#said').textContent()).toBe('');
  await frame.getByRole('button', { name: 'Close this window' }).click();
  await page.getByText('org.imsglobal.lti.close').waitFor();
});

test('in a window of its own the platform’s window is told', async () => {
  const { page, context } = await browser.visit();
  await page.goto(await adminPage());
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('button', { name: 'Window' }).click(),
  ]);
  await opened.getByRole('button', { name: 'Connect' }).click();
  await opened.getByRole('button', { name: 'Close this window' }).click();
  await vi.waitFor(async () => expect(await page.locator('#said').textContent()).toBe('org.imsglobal.lti.close'));
});
