// `npm start [-- --empty]`: everything that Journeybook needs, on one machine, until Ctrl-C.
import { announcement } from './lib/announce.mjs';
import { build } from './lib/build.mjs';
import { lifecycle } from './lib/lifecycle.mjs';
import { tryServer } from './lib/open-database.mjs';
import { PlainError, runScript } from './lib/plain-error.mjs';
import { requirePorts } from './lib/ports.mjs';
import { prepare } from './lib/prepare.mjs';
import { prepareDatabase, startServers } from './lib/product.mjs';
import { endMessage } from './lib/server-process.mjs';
import { portsOf, readSettings } from './lib/settings.mjs';
import { lockVariable, takeLock } from './lib/start-lock.mjs';

await runScript(async () => {
  const settings = readSettings();
  const lock = await takeLock(settings.dataDir, process.env[lockVariable]);
  try {
    await requirePorts(portsOf(settings), settings.host);
    if (await prepare({ env: { [lockVariable]: lock.token } })) await runProduct(settings);
  } finally {
    await lock.release();
  }
});

async function runProduct(settings) {
  const life = lifecycle();
  try {
    await Promise.race([life.asked, untilFailure(settings, life)]);
    console.log('\nStopping …');
  } finally {
    await life.stopAll();
  }
}

async function untilFailure(settings, { atEnd, signal }) {
  await tryServer(settings);
  console.log('Building …');
  await build(signal);
  if (signal.aborted) return;
  console.log('Opening the database …');
  const { env, signIns, firstSignIn, where } = await prepareDatabase(settings, atEnd, signal);
  if (signal.aborted) return;
  const servers = startServers(settings, env);
  for (const server of servers) atEnd(server.stop);
  await Promise.all(servers.map((server) => server.ready()));
  console.log(announcement(settings, { signIns, firstSignIn }, where));
  for (const server of servers) server.show();

  const { name, how, lines } = await Promise.race(servers.map((server) => server.ended));
  if (!signal.aborted)
    throw new PlainError(endMessage(name, `ended unexpectedly (${how}), so everything is stopped`, lines));
}
