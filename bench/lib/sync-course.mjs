import { fillCourse } from '@journeybook/lti/dist/testing/fill-course.js';
import { median, ratio } from './measure.mjs';
import { launchOnce, placeOf, startToolWorld } from './tool-world.mjs';

const learners = 1_000;

/** The roster and the grades of 1,000 learners, on both platforms, when they answer at once and when they take their time. */
export const benchSyncCourses = ['canvas', 'moodle'].flatMap((profile) =>
  ['roster', 'results'].flatMap((job) =>
    [
      { latency: 0, rounds: 9 },
      { latency: 300, rounds: 1 },
    ].map((pace) => (world) => syncCourse(world, profile, { job, ...pace })),
  ),
);

const called = { roster: 'the roster', results: 'the grades, everybody with one,' };

async function syncCourse(servers, profile, { job, latency, rounds }) {
  const world = await startToolWorld(servers, profile);
  try {
    const contextId = await openCourse(world, profile);
    if (job === 'results') await gradeEverybody(world, profile, contextId);
    if (latency > 0) world.platform.control.failNext({ kind: 'slow', delayMs: latency, times: Infinity });
    const { first, requests, read, bare } = await readInTurns(world, { contextId, job, rounds });
    const milliseconds = { 'read and reported': read, 'the same requests alone': bare };
    return {
      what: `${called[job]} of a course of ${learners} learners read, ${profile} answering ${latency ? `in ${latency} ms` : 'at once'}`,
      milliseconds,
      figures: {
        'first time': `${(first.milliseconds / 1_000).toFixed(2)} s`,
        'memory of the tool at its peak': inMegabytes(first.megabytes),
        'requests to the platform': requests,
        'SQL statements': first.statements,
      },
      ratios: {
        'read : same requests alone': ratio(read, bare),
        ...(latency ? { 'read : requests × latency': ratio(read, requests * latency) } : {}),
      },
    };
  } finally {
    await world.stop();
  }
}

const inMegabytes = ({ before, peak }) => `${(peak - before).toFixed(1)} MB above the ${before.toFixed(0)} MB before`;

/** Opens the demo course, has it read once as it is, then fills it. */
async function openCourse({ child, platform, reported }, profile) {
  const place = placeOf(profile, 'instructor');
  await launchOnce(platform, place);
  const { id } = reported.reportLaunch.at(-1).context;
  await child.ask('stopJobs');
  await child.ask('read', { contextId: id, job: 'roster' });
  const there = reported.reportRoster.at(-1).members.filter(({ role }) => role === 'learner').length;
  fillCourse({ simulator: platform }, place.courseId, learners - there);
  return id;
}

/** A grade for everybody, typed by the instructor once the tool has made the rows that Canvas shows. */
async function gradeEverybody({ child, platform, reported }, profile, contextId) {
  for (const job of ['roster', 'results']) await child.ask('read', { contextId, job });
  await child.ask('seed', { contextId });
  const { courseId } = placeOf(profile, 'instructor');
  const [column] = platform.control.gradebook(courseId);
  for (const { role, subject } of reported.reportRoster.at(-1).members)
    if (role === 'learner') platform.control.typeGrade({ courseId, column: column.id, personId: subject, score: 80 });
}

async function readInTurns({ child, platform, reported }, { contextId, job, rounds }) {
  const durations = { read: [], bare: [] };
  let [first, requests] = [null, []];
  for (let round = 0; round < rounds; round += 1) {
    platform.control.clearRequests();
    const cost = await child.ask('read', { contextId, job });
    first ??= cost;
    requests = platform.control.requests.map(({ method, path, headers, body }) => ({
      method,
      url: platform.localUrl + path,
      headers,
      ...(body ? { body } : {}),
    }));
    durations.read.push(cost.milliseconds);
    durations.bare.push((await child.ask('repeat', { requests })).milliseconds);
  }
  const listed = {
    roster: () => reported.reportRoster.at(-1).members.filter(({ role }) => role === 'learner').length,
    results: () => reported.reportResults.at(-1).results.filter(({ scorePercent }) => scorePercent === 80).length,
  }[job]();
  if (listed !== learners) throw new Error(`of ${listed} learners it was read, not of ${learners}`);
  return { first, requests: requests.length, read: median(durations.read), bare: median(durations.bare) };
}
