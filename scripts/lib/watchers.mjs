import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { projectEnvironment } from './project.mjs';

/**
 * The compilers of every package in watch mode and the portal's development server.
 * @param {string} root @param {{ portalAt: number, host: string, apiUrl: string }} portal
 */
export function watchers(root, { portalAt, host, apiUrl }) {
  const packages = ['packages', 'apps']
    .flatMap((folder) =>
      readdirSync(path.join(root, folder)).map((name) => path.join(folder, name, 'tsconfig.build.json')),
    )
    .filter((file) => existsSync(path.join(root, file)));
  const compilers = packages.map((file) => watch(root, 'tsc', ['-p', file, '--watch', '--preserveWatchOutput']));
  const options = ['--port', String(portalAt), '--host', host, '--strictPort', '--clearScreen', 'false'];
  const portal = watch(path.join(root, 'apps', 'portal'), 'vite', options, { PUBLIC_URL: apiUrl });
  return [...compilers, portal];
}

function watch(cwd, command, args, env = {}) {
  const child = spawn(command, args, {
    cwd,
    env: projectEnvironment(env),
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
    shell: process.platform === 'win32',
  });
  child.stdout.setEncoding('utf8').on('data', (text) => {
    if (/error|warning/i.test(text) && !/Found 0 errors/.test(text)) process.stdout.write(text);
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  return {
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
