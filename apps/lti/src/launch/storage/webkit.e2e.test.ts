import { By, until, type WebDriver } from 'selenium-webdriver';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { places, type Profile, startWorld, type World } from '../../testing/start-world.js';
import { findWebKit, useWebKit, waitFor } from '../../testing/webkit.js';

vi.setConfig({ testTimeout: 90_000 });
const browser = findWebKit();

// `npm test` installs it where it can; elsewhere these tests are left out.
describe.skipIf(browser === null)('in WebKit, which keeps no cookie in a frame of another site', () => {
  const webkit = useWebKit(browser);
  let world: World;
  afterEach(() => world.close());

  const start = async (profile: Profile) => {
    // Unlike Chromium, WebKit keeps no secure cookie without TLS, wherever it comes from.
    world = await startWorld(profile, { platformHost: 'localhost', tls: true });
  };
  const openActivity = async (driver: WebDriver, profile: Profile) => {
    const { courseId, resourceLinkId } = places[profile];
    await driver.get(`${world.simulator.url}/`);
    await driver.findElement(By.xpath("//button[normalize-space()='Rosa Silva']")).click();
    expect(await (await waitFor(driver, '.who strong')).getText()).toBe('Rosa Silva');
    await driver.get(`${world.simulator.url}/courses/${courseId}/activities/${resourceLinkId}`);
    await driver.switchTo().frame(await waitFor(driver, 'iframe.frame'));
  };
  const cookies = async (driver: WebDriver) => (await driver.manage().getCookies()).map(({ name }) => name);

  describe('at Canvas', () => {
    beforeEach(() => start('canvas'));

    test('acceptance 2: the launch opens through the platform’s storage, with no cookie set', async () => {
      const { driver } = webkit;
      await openActivity(driver, 'canvas');
      await waitFor(driver, '#journeybook-launch');
      expect(await driver.executeScript('return [location.origin, document.cookie]')).toEqual([
        world.config.publicUrl,
        '',
      ]);
      expect(world.api.reported.reportLaunch).toMatchObject([{ role: 'instructor', person: { name: 'Rosa Silva' } }]);
      // Nor where it would be the first party.
      await driver.switchTo().defaultContent();
      await driver.get(`${world.config.publicUrl}/lti/jwks.json`);
      expect(await cookies(driver)).toEqual([]);
    });
  });

  describe('at Moodle', () => {
    beforeEach(() => start('moodle'));

    test('acceptance 3: it shows the way to a new window, and the launch opens there', async () => {
      const { driver } = webkit;
      await openActivity(driver, 'moodle');
      const button = await waitFor(driver, 'button');
      // It is there before the page knows that it is needed.
      await driver.wait(until.elementIsVisible(button), 20_000);
      expect(await button.getText()).toBe('Open in a new window');
      expect(world.api.reported.reportLaunch).toEqual([]);
      const before = await driver.getAllWindowHandles();
      await button.click();
      await driver.wait(async () => (await driver.getAllWindowHandles()).length > before.length, 20_000);
      const [opened = ''] = (await driver.getAllWindowHandles()).filter((handle) => !before.includes(handle));
      await driver.switchTo().window(opened);
      await waitFor(driver, '#journeybook-launch');
      expect(world.api.reported.reportLaunch).toMatchObject([{ person: { name: 'Rosa Silva' } }]);
    });
  });
});
