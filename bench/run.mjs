// `npm run bench [-- --json]`: ratios between our servers and the least that the same work can cost, taken in one run.
import { benchApproveHours } from './lib/approve-hours.mjs';
import { benchConfirmSection } from './lib/confirm-section.mjs';
import { benchLaunch } from './lib/launch.mjs';
import { benchLaunchesPerSecond } from './lib/launches-per-second.mjs';
import { benchReadLongRecord, benchReadRecord } from './lib/read-record.mjs';
import { benchSyncCourses } from './lib/sync-course.mjs';
import { benchSignIn } from './lib/sign-in.mjs';
import { startWorld } from './lib/world.mjs';

const world = await startWorld();
const results = [];
try {
  for (const bench of [
    benchReadRecord,
    benchReadLongRecord,
    benchApproveHours,
    benchConfirmSection,
    benchSignIn,
    benchLaunch,
    benchLaunchesPerSecond,
    ...benchSyncCourses,
  ])
    results.push(await bench(world));
} finally {
  await world.stop();
}
if (process.argv.includes('--json')) console.log(JSON.stringify({ node: process.version, results }, null, 2));
else
  for (const { what, milliseconds, figures = {}, ratios } of results) {
    console.log(`\n${what}`);
    for (const [name, value] of Object.entries(milliseconds))
      console.log(`  ${name.padEnd(46)} ${value.toFixed(2)} ms (median)`);
    for (const [name, value] of Object.entries({ ...figures, ...ratios })) console.log(`  ${name.padEnd(46)} ${value}`);
  }
