import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * The sum of all runs that left a file in the folder: how many tests passed, and what failed.
 * @param {string} folder
 * @returns {Promise<{ passed: number, failures: string[] }>}
 */
export async function sumCounts(folder) {
  const sum = { passed: 0, failures: [] };
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.endsWith('.json')) continue;
    const { passed, failures } = JSON.parse(await readFile(path.join(folder, name), 'utf8'));
    sum.passed += passed;
    sum.failures.push(...failures);
  }
  return sum;
}

/** How many passed and what failed, in the TAP output of Node's own test runner. @param {string} tap */
export function countsInTap(tap) {
  const passed = Number(/^# pass (\d+)$/m.exec(tap)?.[1] ?? 0);
  return { passed, failures: [...tap.matchAll(/^not ok \d+ - (.*)$/gm)].map(([, name]) => `scripts > ${name}`) };
}

/**
 * The last lines of `npm test`: what failed, so that the end of a long output tells it, then the counts. A run that ended badly
 * without a failed test (a build, a crash) is one failure.
 * @param {{ passed: number, failures: string[] }} counts @param {boolean} endedWell
 */
export function closing({ passed, failures }, endedWell) {
  const all = endedWell || failures.length > 0 ? failures : ['a step before or between the tests: see above'];
  const told = all.length > 0 ? ['Failed:', ...all.map((failure) => `  ${failure}`)] : [];
  return { lines: [...told, `${passed} passed, ${all.length} failed`], code: all.length === 0 ? 0 : 1 };
}
