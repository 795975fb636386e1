import { Database } from '@journeybook/database/testing';
import type { OrganizationId } from '@journeybook/domain';
import { demoWorld, driveLaunch, type LmsSimulator, startLmsSimulator } from '@journeybook/lms-simulator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { places, startWorld, type World } from '../testing/start-world.js';

type NewRegistration = Parameters<Database['read']['platforms']['addRegistration']>[0];

let world: World;
let database: Database;
let site: LmsSimulator;
beforeAll(async () => {
  world = await startWorld('moodle');
  database = await Database.openAsOwner({ url: world.databaseUrl });
  const tool = `${world.config.publicUrl}/lti`;
  site = await startLmsSimulator({
    profile: 'moodle',
    world: structuredClone(demoWorld.moodle),
    toolLoginUrl: `${tool}/login`,
    toolLaunchUrl: `${tool}/launch`,
    toolJwksUrl: `${tool}/jwks.json`,
    deploymentId: '2',
  });
});
afterAll(async () => {
  await site.close();
  await database.close();
  await world.close();
});

const college = () => world.collegeId as OrganizationId;
const right = (): NewRegistration => {
  const { issuer, clientId, authUrl, tokenUrl, jwksUrl } = site.registration;
  const addresses = { issuer, clientId, authUrl, tokenUrl, jwksUrl };
  return { ...addresses, profile: 'moodle', name: 'Moodle of Lakeside', college: college() };
};

/** What the college does in the portal, as the API does it in the database. */
const asCollege = <Value>(work: (platforms: Database['read']['platforms']) => Promise<Value>): Promise<Value> =>
  database.transaction(async ({ runSql, platforms }) => {
    await runSql(`select set_config('journeybook.colleges', $1, true)`, [`{${college()}}`]);
    return work(platforms);
  });
const enter = (part: Partial<NewRegistration>) =>
  asCollege(async (platforms) => {
    const registration = await platforms.addRegistration({ ...right(), ...part });
    const name = 'Moodle of Lakeside';
    return {
      registration,
      deployment: await platforms.activate(registration, { college: college(), deploymentId: '2', name }),
    };
  });
const launch = async () => {
  const answer = await (await driveLaunch({ simulator: site, ...places.moodle, personId: '4' })).post();
  return { status: answer.status, page: await answer.text() };
};
const noKeys = () => `${right().issuer}/no/such/keys`;
const correct = (registration: string, part: Partial<NewRegistration> = {}) =>
  asCollege((platforms) => platforms.correctRegistration(registration, { ...right(), ...part }));
const remove = (deployment: string) => asCollege((platforms) => platforms.remove(deployment, college()));

test('an installation that is removed is unknown, with the platform that it was the last of', async () => {
  const { deployment } = await enter({});
  await remove(deployment);
  await expect(launch()).rejects.toThrow('login answered 401');
});

test('a platform that was entered wrong opens as soon as it is corrected, and then stays', async () => {
  const { registration, deployment } = await enter({ issuer: `${right().issuer}/`, jwksUrl: noKeys() });
  await expect(launch()).rejects.toThrow('login answered 401');
  await correct(registration, { jwksUrl: noKeys() });
  expect((await launch()).page).toContain('(platform-keys-unusable)');
  await correct(registration);
  expect((await launch()).status).toBe(200);
  await expect(correct(registration, { clientId: 'another' })).rejects.toThrow("not the college's to correct");
  await expect(remove(deployment)).rejects.toThrow("not the college's to remove");
});
