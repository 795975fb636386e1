import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A vitest reporter that leaves one small file per run in the folder of JOURNEYBOOK_TEST_RESULTS: how many tests passed and failed.
 * A file that could not be loaded and an error outside any test count as one failure each.
 */
export default class CountReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const folder = process.env.JOURNEYBOOK_TEST_RESULTS;
    if (!folder) return;
    const counts = { passed: 0, failed: unhandledErrors.length };
    for (const module of modules) {
      const failedBefore = counts.failed;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed' || state === 'failed') counts[state] += 1;
      }
      if (module.state() === 'failed' && counts.failed === failedBefore) counts.failed += 1;
    }
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `${randomUUID()}.json`), JSON.stringify(counts));
  }
}
