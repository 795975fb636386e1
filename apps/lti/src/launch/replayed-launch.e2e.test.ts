import { driveLaunch } from '@journeybook/lms-simulator';
import { describe, expect, test } from 'vitest';
import { places, startWorld } from '../testing/start-world.js';

describe('a replayed launch', () => {
  test('acceptance 6: is accepted once, however often and however fast it is sent', async () => {
    const world = await startWorld('canvas');
    const driven = await driveLaunch({ simulator: world.simulator, ...places.canvas, personId: 'priya-nair' });
    const headers = { cookie: driven.cookies.header(driven.action) };
    const send = () => fetch(driven.action, { method: 'POST', headers, body: new URLSearchParams(driven.form) });
    const statuses = (await Promise.all(Array.from({ length: 50 }, send))).map(({ status }) => status);

    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 401)).toHaveLength(49);
    expect(world.api.reported.reportLaunch).toHaveLength(1);
    expect((await send()).status).toBe(401);
    await world.close();
  });
});
