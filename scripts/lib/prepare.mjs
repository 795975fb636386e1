import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isInstalled, markInstalled } from './installed-packages.mjs';
import { isRuntime, nodeComplaint } from './node-version.mjs';
import { whenNpmIsGone } from './parent-gone.mjs';
import { PlainError } from './plain-error.mjs';
import { root } from './project.mjs';
import { runCommand } from './run-command.mjs';

/**
 * Makes the project ready to run: its packages installed, and this process on Node 24. On an older Node the script is run again under
 * the Node that npm brought; then the result is false, and the caller has nothing left to do.
 * @param {{ env?: Record<string, string> }} [options] what the second process is told
 */
export async function prepare({ env = {} } = {}) {
  const complaint = nodeComplaint(process.versions.node);
  if (complaint) throw new PlainError(complaint);
  if (!(await isInstalled(root))) await install();
  if (isRuntime(process.versions.node)) return true;

  await runAgain(pinnedNode(), env);
  return false;
}

async function install() {
  console.log('Installing packages (the first time about half a minute) …');
  // Under `npm start` npm itself says where it is; its own program is not on every PATH.
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const { code } = await runCommand(command, [...first, 'ci', '--loglevel=error', '--no-audit', '--no-fund']);
  if (code !== 0)
    throw new PlainError('npm could not install the packages (its reason stands above). Correct that and start again.');
  await markInstalled(root);
}

function pinnedNode() {
  const node = path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  if (existsSync(node)) return node;
  throw new PlainError(
    `Journeybook runs on Node 24, and npm has none for ${process.platform}-${process.arch}: install Node 24 from https://nodejs.org and start again.`,
  );
}

async function runAgain(node, env) {
  const child = spawn(node, process.argv.slice(1), {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  // Ctrl-C reaches the child from the terminal as well; it alone decides when everything has stopped.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  whenNpmIsGone(() => child.kill('SIGTERM'));
  process.exitCode = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (os.constants.signals[signal] ?? 0)));
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal);
}
