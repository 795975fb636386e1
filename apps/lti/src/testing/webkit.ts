import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { freePort } from '@journeybook/database/testing';
import { Builder, By, Capabilities, until, type WebDriver } from 'selenium-webdriver';
import { afterAll, beforeAll } from 'vitest';

const libraries = '/usr/lib';

/** The small browser that comes with WebKitGTK, whose engine is Safari's; null where it, its driver or a screen to draw on is missing. */
export function findWebKit(): string | null {
  if (process.platform !== 'linux') return null;
  const isThere = (command: string) => spawnSync('which', [command]).status === 0;
  if (!isThere('WebKitWebDriver') || !isThere('Xvfb')) return null;
  const folders = readdirSync(libraries).flatMap((architecture) => {
    const folder = path.join(libraries, architecture);
    if (!architecture.endsWith('-linux-gnu')) return [];
    return readdirSync(folder)
      .filter((name) => name.startsWith('webkit2gtk-4'))
      .map((name) => path.join(folder, name, 'MiniBrowser'));
  });
  return folders.find((browser) => existsSync(browser)) ?? null;
}

/** A WebKit for a file of tests, on a screen nobody sees. */
export function useWebKit(browser: string | null): { readonly driver: WebDriver } {
  const started: { driver?: WebDriver; screen?: ChildProcess; server?: ChildProcess } = {};
  beforeAll(async () => {
    if (!browser) return;
    // The screen says its own number once it is there.
    started.screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [number] = (await once(started.screen.stdout ?? started.screen, 'data')) as [Buffer];
    const port = await freePort();
    started.server = spawn('WebKitWebDriver', [`--port=${port}`], {
      stdio: 'ignore',
      env: { ...process.env, DISPLAY: `:${number.toString().trim()}` },
    });
    started.driver = await connect(port, browser);
  }, 60_000);
  afterAll(async () => {
    await started.driver?.quit();
    started.server?.kill();
    started.screen?.kill();
  });
  return {
    get driver() {
      if (!started.driver) throw new Error('WebKit has not started.');
      return started.driver;
    },
  };
}

async function connect(port: number, browser: string): Promise<WebDriver> {
  const options = { binary: browser, args: ['--automation'] };
  const capabilities = new Capabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options });
  capabilities.setAcceptInsecureCerts(true);
  const server = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries += 1) {
    const isUp = await fetch(`${server}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return new Builder().usingServer(server).withCapabilities(capabilities).build();
}

/** Waits until there is one such element and answers it. */
export const waitFor = (driver: WebDriver, css: string) => driver.wait(until.elementLocated(By.css(css)), 20_000);
