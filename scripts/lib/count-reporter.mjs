import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { root } from './project.mjs';

/**
 * A vitest reporter that leaves one small file per run in the folder of JOURNEYBOOK_TEST_RESULTS: how many tests passed, and each
 * that failed, with its place and the first line of why. A file that could not be loaded, a suite that could not be set up and an
 * error outside any test count as one failure each.
 */
export default class CountReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const folder = process.env.JOURNEYBOOK_TEST_RESULTS;
    if (!folder) return;
    const outside = unhandledErrors.map((error) => say(process.cwd(), 'outside any test', [error]));
    const counted = modules.map(countModule);
    const counts = {
      passed: counted.reduce((sum, { passed }) => sum + passed, 0),
      failures: [...outside, ...counted.flatMap(({ failures }) => failures)],
    };
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `${randomUUID()}.json`), JSON.stringify(counts));
  }
}

function countModule(module) {
  const results = [...module.children.allTests()].map((test) => ({ name: test.fullName, ...test.result() }));
  const failed = results.filter(({ state }) => state === 'failed');
  const failures = failed.map(({ name, errors }) => say(module.moduleId, name, errors));
  if (module.state() === 'failed' && failures.length === 0) {
    const suites = [module, ...module.children.allSuites()];
    failures.push(
      say(
        module.moduleId,
        'as a whole',
        suites.flatMap((suite) => suite.errors()),
      ),
    );
  }
  return { passed: results.filter(({ state }) => state === 'passed').length, failures };
}

const most = 300;

/** Where it was, what failed and why, on one line. */
function say(place, name, errors = []) {
  const [why = ''] = String(errors[0]?.message ?? '').split('\n');
  return `${path.relative(root, place)} > ${name}: ${why.slice(0, most)}`;
}
