import { watchStatements, type WatchedStatements } from '@journeybook/database/testing';
import { agsScope, driveLaunch, noticeScope, nrpsScope } from '@journeybook/lms-simulator';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { drivePicker } from '../testing/drive-picker.js';
import { driveStoredLaunch } from '../testing/drive-stored-launch.js';
import { places, type Profile, startWorld, type World } from '../testing/start-world.js';

/** What ltijs 5.9.9 itself asks its database for, with its own storage: lti.md 1.3. Ours is asked for nothing by it. */
const ltijsOwn = { login: 2, launch: 7 };

describe.each<Profile>(['moodle', 'canvas'])(
  'what a launch from %s costs, once the platform’s keys are known',
  (profile) => {
    let world: World;
    let statements: WatchedStatements;
    const drive = (personId = 'rosa-silva') =>
      driveLaunch({ simulator: world.simulator, ...places[profile], personId });

    beforeAll(async () => {
      world = await startWorld(profile);
      // With everything that a launch can tell us of.
      if (profile === 'canvas') world.simulator.control.setScopes([...Object.values(agsScope), nrpsScope, noticeScope]);
      await (await drive()).post();
    });
    afterAll(() => world.close());
    beforeEach(() => {
      world.simulator.control.clearRequests();
      statements = watchStatements();
    });
    afterEach(() => statements.stop());

    /** Statements since the last look, by their first words and table. */
    const since = (from: number) => statements.sent.slice(from).map((text) => text.replace(/\s+/g, ' '));

    test('is two statements at login and two at launch, no request to the platform, and one to our own API', async () => {
      const reported = world.api.requests.length;
      const driven = await drive('priya-nair');
      const atLogin = since(0);
      expect(atLogin).toEqual([
        expect.stringMatching(/^select .* from lti\.registrations/),
        expect.stringMatching(/^insert into lti\.oidc_states/),
      ]);
      expect((await driven.post()).status).toBe(200);
      expect(since(atLogin.length)).toEqual([
        expect.stringMatching(/^with taken as \( delete from lti\.oidc_states/),
        expect.stringMatching(/^with pick as .* insert into lti\.contexts/),
      ]);
      expect(statements.sent.length - ltijsOwn.login - ltijsOwn.launch).toBeLessThanOrEqual(3);
      expect(statements.sent.length - atLogin.length).toBeLessThanOrEqual(3);
      expect(world.simulator.control.requests).toEqual([]);
      expect(world.api.requests.slice(reported)).toEqual([{ path: '/api/lms/launches', status: 200 }]);
    });

    test('is one statement for a launch that is refused', async () => {
      const driven = await drive();
      const from = statements.sent.length;
      expect((await driven.post({ id_token: 'no.jwt.here' })).status).toBe(401);
      expect(since(from)).toHaveLength(1);
      expect(world.simulator.control.requests).toEqual([]);
    });

    test('is the same for a page that chooses content', async () => {
      const { request } = drivePicker(world, profile);
      const driven = await request();
      const from = statements.sent.length;
      expect((await driven.post()).status).toBe(200);
      expect(since(from)).toHaveLength(2);
      expect(world.simulator.control.requests).toEqual([]);
    });
  },
);

test('a launch through the platform’s storage costs one statement more, to look at what it is to prove', async () => {
  const world = await startWorld('canvas');
  await (await driveLaunch({ simulator: world.simulator, ...places.canvas, personId: 'rosa-silva' })).post();
  const { form, stored, post } = await driveStoredLaunch(world);
  world.simulator.control.clearRequests();
  const statements = watchStatements();
  expect((await post(form)).status).toBe(200);
  expect((await post({ ...form, storage_proof: stored.secret })).status).toBe(200);
  statements.stop();
  expect(statements.sent).toHaveLength(3);
  expect(world.simulator.control.requests).toEqual([]);
  await world.close();
});
