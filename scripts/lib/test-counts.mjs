import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * The sum of all runs that left a file in the folder.
 * @param {string} folder
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function sumCounts(folder) {
  const sum = { passed: 0, failed: 0 };
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.endsWith('.json')) continue;
    const { passed, failed } = JSON.parse(await readFile(path.join(folder, name), 'utf8'));
    sum.passed += passed;
    sum.failed += failed;
  }
  return sum;
}

/** The counts that Node's own test runner ends its TAP output with. @param {string} tap */
export function countsInTap(tap) {
  const count = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
  return { passed: count('pass'), failed: count('fail') + count('cancelled') };
}

/**
 * The last line of `npm test`. A run that ended badly without a failed test (a build, a crash) is one failure.
 * @param {{ passed: number, failed: number }} counts @param {boolean} endedWell
 */
export function closing({ passed, failed }, endedWell) {
  const all = endedWell || failed > 0 ? failed : 1;
  return { line: `${passed} passed, ${all} failed`, code: all === 0 ? 0 : 1 };
}
