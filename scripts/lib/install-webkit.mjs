import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { runCommand } from './run-command.mjs';

const packages = ['webkit2gtk-driver', 'xvfb'];

/**
 * Has Debian install Safari's engine with its driver and a screen that nobody sees, which no package of npm brings. Where it cannot,
 * as on another system or without the right to, the tests in WebKit are left out, and that is said.
 * @param {{ isThere?: (command: string) => boolean, mayInstall?: boolean, run?: typeof runCommand }} [how]
 * @returns {Promise<string | null>} what to tell; null when there is nothing to tell
 */
export async function installWebKit({
  isThere = (command) => spawnSync('which', [command]).status === 0,
  mayInstall = process.platform === 'linux' && process.getuid?.() === 0,
  run = runCommand,
} = {}) {
  const isReady = () => isThere('WebKitWebDriver') && isThere('Xvfb');
  if (isReady()) return null;
  if (mayInstall && isThere('apt-get')) {
    const apt = (...args) =>
      run('apt-get', ['-qq', ...args], { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } });
    const install = ['install', '-y', '--no-install-recommends', ...packages];
    // A fresh system has no lists of packages yet.
    if ((await apt(...install)).code !== 0 && (await apt('update')).code === 0) await apt(...install);
    if (isReady()) return null;
  }
  return `The tests in WebKit are left out: ${packages.join(' and ')} of Debian or Ubuntu are not here.`;
}
