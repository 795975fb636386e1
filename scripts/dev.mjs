// `npm run dev`: the product with its demo world; a changed file is compiled, and the server that uses it starts again.
import path from 'node:path';
import { announcement } from './lib/announce.mjs';
import { build } from './lib/build.mjs';
import { lifecycle } from './lib/lifecycle.mjs';
import { tryServer } from './lib/open-database.mjs';
import { runScript } from './lib/plain-error.mjs';
import { requirePorts } from './lib/ports.mjs';
import { prepare } from './lib/prepare.mjs';
import { prepareDatabase, startServers } from './lib/product.mjs';
import { root } from './lib/project.mjs';
import { portsOf, readSettings } from './lib/settings.mjs';
import { lockVariable, takeLock } from './lib/start-lock.mjs';
import { watchers } from './lib/watchers.mjs';

const portalPort = { port: 4403, what: 'the portal in development', variable: 'DEV_PORT' };

await runScript(async () => {
  const settings = readSettings();
  const portal = { ...portalPort, port: Number(process.env.DEV_PORT) || portalPort.port };
  const lock = await takeLock(settings.dataDir, process.env[lockVariable]);
  try {
    await requirePorts([...portsOf(settings), portal], settings.host);
    if (await prepare({ env: { [lockVariable]: lock.token } })) await develop(settings, portal.port);
  } finally {
    await lock.release();
  }
});

async function develop(settings, portalAt) {
  const life = lifecycle();
  try {
    await Promise.race([life.asked, untilFailure(settings, portalAt, life)]);
  } finally {
    await life.stopAll();
  }
}

async function untilFailure(settings, portalAt, { atEnd, signal }) {
  await tryServer(settings);
  console.log('Building …');
  await build(signal);
  const { env, signIns, firstSignIn, where } = await prepareDatabase(settings, atEnd, signal);
  if (signal.aborted) return;
  const watching = watchers(root, { portalAt, host: settings.host, apiUrl: settings.urls.api });
  for (const watcher of watching) atEnd(watcher.stop);
  const servers = startServers(settings, env, ['--watch', '--watch-preserve-output']);
  for (const server of servers) atEnd(server.stop);
  await Promise.all(servers.map((server) => server.ready()));
  console.log(announcement(settings, { signIns, firstSignIn }, path.relative(root, where) || where));
  for (const server of servers) server.show();
  console.log(`The portal as it is being written: http://localhost:${portalAt}\n`);
  // A server that falls over is started again at the next change, so only the end of a watcher ends the whole.
  await Promise.race(watching.map((watcher) => watcher.ended));
}
