import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { root } from './project.mjs';
import { runCommand } from './run-command.mjs';
import { countsInTap } from './test-counts.mjs';

/** Runs the tests of the scripts themselves, with Node's own runner. */
export async function runScriptTests() {
  const folder = path.join(root, 'scripts', 'lib');
  const tests = (await readdir(folder))
    .filter((name) => name.endsWith('.test.mjs'))
    .map((name) => path.join(folder, name));
  const { code, output } = await runCommand(process.execPath, ['--test', '--test-reporter=tap', ...tests], {
    quiet: true,
  });
  return { code, output, ...countsInTap(output) };
}
