// `npm run bench [-- --json] [-- launches-per-second …]`: ratios between our servers and the least that the same work can cost, taken in one run.
import { benchApproveHours } from './lib/approve-hours.mjs';
import { benchConfirmSection } from './lib/confirm-section.mjs';
import { benchLaunch } from './lib/launch.mjs';
import { benchLaunchesPerSecond } from './lib/launches-per-second.mjs';
import { benchReadLongRecord, benchReadRecord } from './lib/read-record.mjs';
import { benchSyncCourses } from './lib/sync-course.mjs';
import { benchSignIn } from './lib/sign-in.mjs';
import { startWorld } from './lib/world.mjs';

const asJson = process.argv.includes('--json');
const benches = {
  'read-record': [benchReadRecord, benchReadLongRecord],
  'approve-hours': [benchApproveHours],
  'confirm-section': [benchConfirmSection],
  'sign-in': [benchSignIn],
  launch: [benchLaunch],
  'launches-per-second': [benchLaunchesPerSecond],
  'sync-course': benchSyncCourses,
};
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const unknown = named.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}
const chosen = (named.length > 0 ? named : Object.keys(benches)).flatMap((name) => benches[name]);
const world = await startWorld();
const results = [];
try {
  for (const bench of chosen) {
    const result = await bench(world);
    results.push(result);
    if (!asJson) show(result);
  }
} catch (error) {
  // Said before anything is stopped, since stopping breaks off what is still open.
  console.error(error);
  process.exitCode = 1;
} finally {
  await world.stop();
}
if (asJson) console.log(JSON.stringify({ node: process.version, results }, null, 2));

function show({ what, milliseconds, figures = {}, ratios }) {
  console.log(`\n${what}`);
  for (const [name, value] of Object.entries(milliseconds))
    console.log(`  ${name.padEnd(46)} ${value.toFixed(2)} ms (median)`);
  for (const [name, value] of Object.entries({ ...figures, ...ratios })) console.log(`  ${name.padEnd(46)} ${value}`);
}
