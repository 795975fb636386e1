import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { freePort } from './free-port.js';

afterEach(() => vi.restoreAllMocks());

/** Has the next looks begin at this port. */
const lookAt = (...ports: readonly number[]) => {
  const random = vi.spyOn(Math, 'random');
  for (const port of ports) random.mockReturnValueOnce((port + 0.5 - 15_000) / 17_000);
  return random;
};

test('a port is given once, also to those who look at once', async () => {
  const port = await freePort();
  lookAt(port, port + 1, port, port + 1, port + 2);
  const given = await Promise.all([freePort(), freePort()]);
  expect(new Set([port, ...given]).size).toBe(3);
});

test('a port that another process was given is not given', async () => {
  const port = await freePort();
  const other = `require('node:dgram').createSocket('udp4').on('error', ({ code }) => console.log(code)).bind(${port}, '127.0.0.1')`;
  expect(spawnSync(process.execPath, ['-e', other], { encoding: 'utf8' }).stdout.trim()).toBe('EADDRINUSE');
});

test('a port that somebody listens on is not given', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const looks = lookAt(port);
  expect(await freePort()).not.toBe(port);
  expect(looks.mock.calls.length).toBeGreaterThan(1);
  server.close();
});
