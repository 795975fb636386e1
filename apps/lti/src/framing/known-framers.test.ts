import { expect, test } from 'vitest';
import { openKnownFramers } from './known-framers.js';

const at = (host: string) => ({ issuer: `https://${host}`, authUrl: `https://${host}/auth` });

/** Framers of what the database tells, how often it was asked, and a clock. */
function known(read: () => Promise<readonly ReturnType<typeof at>[]>) {
  let [asked, now] = [0, 0];
  const listAddresses = () => {
    asked += 1;
    return read();
  };
  const framers = openKnownFramers({ registrations: { listAddresses }, allowLoopback: false, now: () => now });
  return { list: () => framers.list(), asked: () => asked, pass: (milliseconds: number) => (now += milliseconds) };
}

test('are the connected platforms, each once, and nobody while there are none', async () => {
  expect(await known(async () => [at('a.example'), at('b.example'), at('a.example')]).list()).toEqual([
    'https://a.example',
    'https://b.example',
  ]);
  expect(await known(async () => []).list()).toEqual([]);
});

test('are asked for once a minute, however many ask at once', async () => {
  const { list, asked, pass } = known(async () => [at('a.example')]);
  await Promise.all([list(), list(), list()]);
  await list();
  expect(asked()).toBe(1);
  pass(60_000);
  await list();
  expect(asked()).toBe(2);
});

test('stay what they were while the database does not answer', async () => {
  let answers = true;
  const { list, pass } = known(async () => {
    if (!answers) throw new Error('down');
    return [at('a.example')];
  });
  await list();
  answers = false;
  pass(60_000);
  expect(await list()).toEqual(['https://a.example']);
});

test('are as many as a header carries, those connected last first', async () => {
  const hosts = Array.from({ length: 500 }, (_, index) => `college-${index}.example`);
  const origins = await known(async () => hosts.map(at)).list();
  expect(origins[0]).toBe('https://college-0.example');
  expect(origins.join(' ').length).toBeLessThanOrEqual(3_000);
  expect(origins.length).toBeGreaterThan(90);
});
