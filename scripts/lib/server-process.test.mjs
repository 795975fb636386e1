import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { startServer } from './server-process.mjs';

let folder;
let port;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'journeybook-server-'));
  port = await freePort();
});
afterEach(() => rm(folder, { recursive: true }));

function freePort() {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address();
      probe.close(() => resolve(free));
    });
  });
}

async function server(code) {
  const script = path.join(folder, 'server.mjs');
  await writeFile(script, code);
  return startServer({
    name: 'the clock',
    script,
    env: { ...process.env, PORT: String(port) },
    health: `http://127.0.0.1:${port}/health`,
  });
}

const listens = `import { createServer } from 'node:http';
createServer((request, response) => response.end('ok')).listen(Number(process.env.PORT), '127.0.0.1');`;

test('a server is ready when its health answers, and stops when told', async () => {
  const clock = await server(listens);
  await clock.ready();
  await clock.stop();
  assert.equal((await clock.ended).how, 'SIGTERM');
});

test('a server that ends early says why', async () => {
  const clock = await server(`console.error('The spring is broken.'); process.exit(3);`);
  await assert.rejects(clock.ready(), {
    message: 'the clock ended before it was ready (code 3). It said last:\n  The spring is broken.',
  });
});

test('a server ends when its starter is killed', async () => {
  await server(listens).then((clock) => clock.stop());
  const starter = path.join(folder, 'starter.mjs');
  await writeFile(
    starter,
    `import { startServer } from ${JSON.stringify(new URL('./server-process.mjs', import.meta.url).href)};
     const clock = startServer({ name: 'clock', script: ${JSON.stringify(path.join(folder, 'server.mjs'))}, env: process.env, health: 'http://127.0.0.1:${port}/' });
     await clock.ready(); console.log('ready'); setInterval(() => {}, 1000);`,
  );
  const child = spawn(process.execPath, [starter], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  child.kill('SIGKILL');

  const answers = () =>
    fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
  const deadline = Date.now() + 5000;
  while (Date.now() < deadline && (await answers())) await pause(20);
  assert.equal(await answers(), false);
});
