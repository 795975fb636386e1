import { demoWorld, driveLaunch, startLmsSimulator } from '@journeybook/lms-simulator';
import { expect, test } from 'vitest';
import { places, startWorld } from '../testing/start-world.js';

test('acceptance 9: an unknown deployment is told what its administrator does, and opens once that is done', async () => {
  const world = await startWorld('canvas');
  const { publicUrl } = world.config;
  const elsewhere = await startLmsSimulator({
    profile: 'canvas',
    world: structuredClone(demoWorld.canvas),
    toolLoginUrl: `${publicUrl}/lti/login`,
    toolLaunchUrl: `${publicUrl}/lti/launch`,
    toolJwksUrl: `${publicUrl}/lti/jwks.json`,
    deploymentId: '9001:another-sub-account',
  });
  const registered = { ...elsewhere.registration, tokenAudience: null, profile: 'canvas', name: 'Lakeside' } as const;
  const { registrations } = world.lti.parts.store;
  await registrations.save({ ...registered, deploymentId: '8731:the-known-one', collegeId: world.collegeId });
  const launch = async () =>
    (await driveLaunch({ simulator: elsewhere, ...places.canvas, personId: 'rosa-silva' })).post();

  const refused = await launch();
  const page = await refused.text();
  expect([refused.status, page]).toEqual([401, expect.stringContaining('(deployment-unknown)')]);
  expect(page).toContain('not connected to a college yet');
  expect(page).toContain('approves it there; then this same link works');
  expect(world.api.requests).toEqual([]);

  await registrations.save({ ...registered, collegeId: world.collegeId });
  expect((await launch()).status).toBe(200);
  expect(world.api.reported.reportLaunch).toMatchObject([{ collegeId: world.collegeId }]);
  await elsewhere.close();
  await world.close();
});
