import { driveLaunch } from '@journeybook/lms-simulator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { places, type Profile, startWorld, type World } from '../testing/start-world.js';

describe.each<Profile>(['moodle', 'canvas'])('a launch from %s', (profile) => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld(profile);
  });
  afterAll(() => world.close());

  test('opens the page with a one-time code and reports who came from where', async () => {
    const launch = await driveLaunch({ simulator: world.simulator, ...places[profile], personId: 'rosa-silva' });
    const response = await launch.post();
    const page = await response.text();

    expect(response.status, page).toBe(200);
    expect(page).toMatch(/<script type="application\/json" id="journeybook-launch">\{"code":"code-[^"]+","apiUrl":"http:[^"]+"\}<\/script><\/head>/);
    expect(world.api.reported.reportLaunch).toMatchObject([
      { collegeId: world.collegeId, role: 'instructor', person: { name: 'Rosa Silva' }, services: { roster: true, grades: true } },
    ]);
  });
});
