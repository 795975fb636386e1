import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { newId } from '../new-id.js';
import { addressAs } from '../testing/test-database.js';
import type { World } from '../world/open-world.js';
import { openWorld } from '../world/open-world.js';
import type { Jobs } from './jobs.js';
import { openJobs } from './jobs.js';

let world: World;
let api: Jobs;
const opened: Jobs[] = [];
const open = async (role: 'journeybook_jobs' | 'journeybook_lti'): Promise<Jobs> => {
  const jobs = await openJobs({ url: addressAs(world.url, role) });
  opened.push(jobs);
  return jobs;
};
beforeAll(async () => {
  world = await openWorld();
  api = await open('journeybook_jobs');
});
afterAll(async () => {
  await Promise.all(opened.map((jobs) => jobs.stop()));
  await world.close();
});

interface JobRow {
  readonly state: string;
  readonly data: { readonly deliveryId?: string; readonly contextId?: string };
}
const jobsOf = (id: string) =>
  world.sql<JobRow>(`select state, data from pgboss.job where data::text like $1 order by created_on`, [`%${id}%`]);
const until = (condition: () => boolean | Promise<boolean>) =>
  vi.waitUntil(condition, { timeout: 15_000, interval: 20 });

describe('a job', () => {
  test('sent within a transaction is there when it is kept', async () => {
    const deliveryId = newId();
    await world.database.transaction(({ runSql }) => api.send('deliver-score', { deliveryId }, { within: runSql }));
    expect(await jobsOf(deliveryId)).toMatchObject([{ state: 'created', data: { deliveryId } }]);
  });
  test('sent within a transaction is not seen before its end, and never when it is undone', async () => {
    const deliveryId = newId();
    const work = world.database.transaction(async ({ runSql }) => {
      await api.send('deliver-score', { deliveryId }, { within: runSql });
      expect(await jobsOf(deliveryId)).toEqual([]);
      throw new Error('undone');
    });
    await expect(work).rejects.toThrow('undone');
    expect(await jobsOf(deliveryId)).toEqual([]);
  });
  test('with a key is kept once while it waits, also when sent many times at once', async () => {
    const contextId = newId();
    const send = () =>
      world.database.transaction(({ runSql }) =>
        api.send('read-roster', { contextId }, { key: contextId, within: runSql }),
      );
    await Promise.all(Array.from({ length: 8 }, send));
    expect(await jobsOf(contextId)).toHaveLength(1);
    const other = newId();
    await api.send('read-roster', { contextId: other }, { key: other });
    expect(await jobsOf(other)).toHaveLength(1);
  });
  test('of one server is worked by the other, and tried again when it fails', async () => {
    const deliveryId = newId();
    const attempts: unknown[] = [];
    const lti = await open('journeybook_lti');
    await lti.work('deliver-score', async (data) => {
      if ((data as { deliveryId: string }).deliveryId !== deliveryId) return;
      attempts.push(data);
      if (attempts.length === 1) throw new Error('the platform did not answer');
    });
    await api.send('deliver-score', { deliveryId });
    await until(async () => (await jobsOf(deliveryId))[0]?.state === 'retry');
    expect(attempts).toEqual([{ deliveryId }]);
    // The pause before the next try is minutes in the end; the clock is moved instead of waiting.
    await world.sql(`update pgboss.job set start_after = now() where state = 'retry'`);
    await until(async () => (await jobsOf(deliveryId))[0]?.state === 'completed');
    expect(attempts).toHaveLength(2);
  });
  test('that is under way is finished when a server works no more, which still sends but takes none', async () => {
    const [first, second] = [newId(), newId()];
    const lti = await open('journeybook_lti');
    const done: unknown[] = [];
    const waiting: (() => void)[] = [];
    await lti.work('check-platform', async (data) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      done.push(data);
    });
    await api.send('check-platform', { checkId: first });
    await until(() => waiting.length > 0);
    const stopped = lti.stopWorking();
    await lti.send('check-platform', { checkId: second });
    waiting[0]?.();
    await stopped;
    expect([done, (await jobsOf(first))[0]?.state]).toEqual([[{ checkId: first }], 'completed']);
    await lti.stop();
    expect((await jobsOf(second))[0]?.state).toBe('created');
  });
  test('that is put off is done again with what it was given then, after that time and no sooner', async () => {
    const contextId = newId();
    const seen: { data: unknown; at: number }[] = [];
    const lti = await open('journeybook_lti');
    await lti.work('seed-results', async (data) => {
      const { contextId: id, attempt = 0 } = data as { contextId: string; attempt?: number };
      if (id !== contextId) return null;
      seen.push({ data, at: Date.now() });
      return attempt === 0 ? { data: { contextId, attempt: 1 }, inMilliseconds: 1_200, key: contextId } : null;
    });
    await api.send('seed-results', { contextId }, { key: contextId });
    await until(() => seen.length === 2);
    expect(seen.map(({ data }) => data)).toEqual([{ contextId }, { contextId, attempt: 1 }]);
    expect((seen[1]?.at ?? 0) - (seen[0]?.at ?? 0)).toBeGreaterThanOrEqual(1_150);
    await until(async () => (await jobsOf(contextId)).every((job) => job.state === 'completed'));
  });
  test('with a key is taken again once the one before was begun', async () => {
    const contextId = newId();
    const lti = await open('journeybook_lti');
    let begun = 0;
    let finish = (): void => undefined;
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    await lti.work('read-roster', async (data) => {
      if ((data as { contextId: string }).contextId !== contextId) return;
      begun += 1;
      await finished;
    });
    await api.send('read-roster', { contextId }, { key: contextId });
    await until(() => begun === 1);
    await api.send('read-roster', { contextId }, { key: contextId });
    await api.send('read-roster', { contextId }, { key: contextId });
    expect((await jobsOf(contextId)).map((job) => job.state)).toEqual(['active', 'created']);
    finish();
    await until(() => begun === 2);
  });
});
