import { randomUUID } from 'node:crypto';
import { migrate } from '@journeybook/database';
import { demoWorld, driveLaunch, startLmsSimulator } from '@journeybook/lms-simulator';
import { startFakeRecordApi } from '@journeybook/lti/dist/testing/fake-record-api.js';
import pg from 'pg';
import { startChild } from './child.mjs';
import { environment } from './world.mjs';

const port = 4482;
const tool = `http://127.0.0.1:${port}`;

/** A tool in its own process, on an empty database of the same server, that reports to the smallest API; and one platform. */
export async function startToolWorld({ databaseUrl }, profile) {
  const url = await emptyDatabase(databaseUrl);
  await migrate(url);
  const api = await startFakeRecordApi();
  const env = { ...environment(url), LTI_PORT: String(port), LTI_PUBLIC_URL: tool, PUBLIC_URL: api.url };
  const child = await startChild('tool-process.mjs', env);
  const platform = await startPlatform(profile, tool);
  const registration = { ...platform.registration, tokenAudience: null, profile, name: 'Bench' };
  await child.ask('register', { registration: { ...registration, collegeId: randomUUID() } });
  return {
    tool,
    child,
    platform,
    reported: api.reported,
    async stop() {
      await child.stop();
      await platform.close();
      await api.close();
    },
  };
}

/** A learning platform as simulated, with its demo world, for a tool at this address. */
export const startPlatform = (profile, address) =>
  startLmsSimulator({
    profile,
    toolLoginUrl: `${address}/lti/login`,
    toolLaunchUrl: `${address}/lti/launch`,
    toolJwksUrl: `${address}/lti/jwks.json`,
    world: demoWorld[profile],
  });

/** The address of a new database on the same server, which goes with the server. */
export async function emptyDatabase(databaseUrl) {
  const name = `bench_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Where somebody of this role would launch: the first course that has an activity of ours. */
export function placeOf(profile, role) {
  const course = demoWorld[profile].courses.find((one) => one.resourceLinks.length > 0);
  const { personId } = course.enrolments.find((one) => one.role === role);
  return { courseId: course.id, resourceLinkId: course.resourceLinks[0].id, personId };
}

/** A launch that the tool has answered with a page; what was posted. */
export async function launchOnce(platform, place) {
  const driven = await driveLaunch({ simulator: platform, ...place });
  const answer = await driven.post();
  await answer.arrayBuffer();
  if (answer.status >= 400) throw new Error(`the launch was answered ${answer.status}`);
  return driven.form;
}
