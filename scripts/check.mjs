// `npm run check`: everything that can be told without a running product; names each step that fails.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { lockFaults } from './lib/lock-rules.mjs';
import { runScript } from './lib/plain-error.mjs';
import { prepare } from './lib/prepare.mjs';
import { root } from './lib/project.mjs';
import { runCommand } from './lib/run-command.mjs';
import { runScriptTests } from './lib/script-tests.mjs';

async function sourceFolders() {
  const packages = await Promise.all(
    ['apps', 'packages'].map(async (folder) =>
      (await readdir(path.join(root, folder))).map((name) => `${folder}/${name}/src`),
    ),
  );
  return packages.flat().filter((folder) => existsSync(path.join(root, folder)));
}

const quietly = (command, ...args) => runCommand(command, args, { quiet: true });

const steps = {
  'lock file': async () => {
    const faults = lockFaults(JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8')));
    return { code: faults.length === 0 ? 0 : 1, output: faults.join('\n') };
  },
  format: () => quietly('biome', 'format', '.'),
  types: () => quietly('turbo', 'run', 'types', '--output-logs=errors-only', '--continue'),
  lint: () => quietly('oxlint', '--type-aware', '--deny-warnings', '.'),
  'boundaries of packages': () => quietly('turbo', 'boundaries'),
  'boundaries of features': async () =>
    quietly('depcruise', '--config', '.dependency-cruiser.mjs', ...(await sourceFolders())),
  'tests of the scripts': runScriptTests,
  'unit tests': () =>
    quietly('turbo', 'run', 'test:unit', '--concurrency=1', '--output-logs=errors-only', '--continue'),
};

await runScript(async () => {
  if (!(await prepare())) return;
  const failed = [];
  for (const [name, run] of Object.entries(steps)) {
    const began = performance.now();
    const { code, output } = await run();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
    if (code === 0) continue;
    console.log(output.trimEnd());
    failed.push(name);
  }
  console.log(failed.length === 0 ? 'Check passed.' : `Check failed: ${failed.join(', ')}.`);
  if (failed.length > 0) process.exitCode = 1;
});
