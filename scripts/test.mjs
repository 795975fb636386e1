// `npm test`: every test there is, on a machine that has only Node and npm; on Debian and Ubuntu, as root, in WebKit too. The last line says `N passed, N failed`.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './lib/build.mjs';
import { runScript } from './lib/plain-error.mjs';
import { installWebKit } from './lib/install-webkit.mjs';
import { prepare } from './lib/prepare.mjs';
import { runCommand } from './lib/run-command.mjs';
import { scanOverheard } from './lib/scan-overheard.mjs';
import { runScriptTests } from './lib/script-tests.mjs';
import { closing, sumCounts } from './lib/test-counts.mjs';

const reporter = fileURLToPath(new URL('lib/count-reporter.mjs', import.meta.url));

await runScript(async () => {
  if (!(await prepare())) return;
  const results = await mkdtemp(path.join(os.tmpdir(), 'journeybook-results-'));
  const overheard = await mkdtemp(path.join(os.tmpdir(), 'journeybook-overheard-'));
  try {
    const withoutWebKit = await installWebKit();
    if (withoutWebKit) console.log(withoutWebKit);
    const scripts = await runScriptTests();
    if (scripts.code !== 0) console.log(scripts.output);
    const packages = (await isBuilt()) ? await testPackages(results, overheard) : { code: 1 };
    const counts = await sumCounts(results);
    counts.passed += scripts.passed;
    counts.failures.push(...scripts.failures);
    if (await toldNothing(overheard)) counts.passed += 1;
    else counts.failures.push('a secret was told, or nothing was overheard: see above');
    const { lines, code } = closing(counts, scripts.code === 0 && packages.code === 0);
    console.log(lines.join('\n'));
    process.exitCode = code;
  } finally {
    for (const folder of [results, overheard]) await rm(folder, { recursive: true, force: true });
  }
});

async function isBuilt() {
  try {
    await build();
    return true;
  } catch (error) {
    console.error(error.message);
    return false;
  }
}

/** Whether no answer and no log line of the whole run tells a secret that was used in it; says what does, and that nothing was heard. */
async function toldNothing(folder) {
  const { told, secrets, answers, lines } = await scanOverheard(folder);
  console.log(`Looked for ${secrets} secrets in ${answers} answers and ${lines} log lines.`);
  for (const fault of told) console.error(`A secret was told: ${fault}`);
  if (secrets === 0 || answers === 0 || lines === 0) console.error('No server was overheard, which proves nothing.');
  return told.length === 0 && secrets > 0 && answers > 0 && lines > 0;
}

/** One package at a time: they share two cores and a browser, and one's failure does not hide the others'. */
function testPackages(results, overheard) {
  const perPackage = ['--', '--reporter=default', `--reporter=${reporter}`];
  return runCommand(
    'turbo',
    ['run', 'test', '--concurrency=1', '--continue', '--output-logs=new-only', '--log-order=stream', ...perPackage],
    {
      env: { JOURNEYBOOK_TEST_RESULTS: results, JOURNEYBOOK_TEST_OVERHEARD: overheard },
    },
  );
}
