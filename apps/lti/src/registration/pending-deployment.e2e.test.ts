import { Database } from '@journeybook/database/testing';
import { readEveryLtiRow } from '@journeybook/database/lti';
import type { OrganizationId } from '@journeybook/domain';
import { demoWorld, driveLaunch, startLmsSimulator } from '@journeybook/lms-simulator';
import { expect, test } from 'vitest';
import { places, startWorld } from '../testing/start-world.js';

test('acceptance 9: an unknown deployment waits for its college, with nothing of the person, and opens once it is approved', async () => {
  const world = await startWorld('canvas');
  const database = await Database.openAsOwner({ url: world.databaseUrl });
  const tool = `${world.config.publicUrl}/lti`;
  const { issuer, clientId } = world.simulator.registration;
  const account = await startLmsSimulator({
    profile: 'canvas',
    world: structuredClone(demoWorld.canvas),
    toolLoginUrl: `${tool}/login`,
    toolLaunchUrl: `${tool}/launch`,
    toolJwksUrl: `${tool}/jwks.json`,
    deploymentId: '9001:another-account',
  });
  const known = { ...account.registration, deploymentId: '1:known', tokenAudience: null, name: 'Canvas' };
  await world.lti.parts.store.registrations.save({ ...known, profile: 'canvas', collegeId: world.collegeId });
  const launch = async () =>
    (await driveLaunch({ simulator: account, ...places.canvas, personId: 'rosa-silva' })).post();
  const found = async () =>
    (await database.read.platforms.list(world.collegeId as OrganizationId)).find(
      (one) => one.deploymentId === '9001:another-account',
    );

  const spoiled = await driveLaunch({ simulator: account, ...places.canvas, personId: 'rosa-silva' });
  const forged = (spoiled.form['id_token'] ?? '').replace(/[^.]+$/, Buffer.alloc(256, 7).toString('base64url'));
  expect(await (await spoiled.post({ id_token: forged })).text()).toContain('(signature-wrong)');
  expect(await found()).toBeUndefined();

  const refused = await launch();
  const page = await refused.text();
  expect([refused.status, page]).toEqual([401, expect.stringContaining('(deployment-unknown)')]);
  expect(page).toContain('approves it there; then this same link works');
  expect(world.api.requests).toEqual([]);
  const kept = JSON.stringify(await readEveryLtiRow(world.databaseUrl));
  for (const personal of [/\bRosa\b/, /rosa\.silva/, /\bE2001\b/]) expect(kept).not.toMatch(personal);
  const waiting = await found();
  expect(waiting).toMatchObject({ status: 'pending', courseTitle: demoWorld.canvas.courses[0]?.title });
  expect(waiting?.clientId).toBe(account.registration.clientId);
  expect(waiting?.issuer === issuer && waiting.clientId === clientId).toBe(false);

  expect(await (await launch()).text()).toContain('(deployment-pending)');
  await database.read.platforms.setStatus(waiting?.id ?? '', 'active');
  expect((await launch()).status).toBe(200);
  expect(world.api.reported.reportLaunch).toMatchObject([{ collegeId: world.collegeId }]);

  await database.read.platforms.setStatus(waiting?.id ?? '', 'blocked');
  expect(await (await launch()).text()).toContain('(deployment-blocked)');
  expect((await found())?.status).toBe('blocked');
  await account.close();
  await database.close();
  await world.close();
});
