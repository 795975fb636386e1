import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { environmentOf, productEnvironment } from './product-environment.mjs';
import { openDatabase } from './open-database.mjs';
import { productScripts, runProductCommand } from './run-product-command.mjs';
import { readDatabasePasswords, readSecrets } from './secrets.mjs';
import { startServer } from './server-process.mjs';
import { ensureVaultKey } from './vault-key.mjs';

/**
 * Opens the database, brings it up to date and loads the program and, unless --empty, the demo world.
 * @param {ReturnType<typeof import('./settings.mjs').readSettings>} settings
 * @param {(stop: () => Promise<void>) => void} atEnd takes what must be stopped, in the order of starting
 * @param {AbortSignal} signal
 */
export async function prepareDatabase(settings, atEnd, signal) {
  const secrets = await readSecrets(settings.dataDir);
  const opening = openDatabase(settings);
  atEnd(() =>
    opening.then(
      (database) => database.stop(),
      () => {},
    ),
  );
  const database = await opening;
  const passwords = await readDatabasePasswords(settings.dataDir);
  const vaultKey = await ensureVaultKey(settings.dataDir);
  const env = productEnvironment(settings, { ...secrets, vaultKey }, { url: database.url, passwords });
  await runProductCommand(productScripts.migrate, [], env, signal);
  const firstSignIn = await runProductCommand(productScripts.seed, settings.demo ? [] : ['--empty'], env, signal);
  await runProductCommand(productScripts.moveBirthDates, [], env, signal);
  const signIns = settings.demo ? await connectDemo(settings, env, signal) : [];
  return { env, signIns, firstSignIn: firstSignIn.trim(), where: database.where };
}

/** Registers the demo platforms with the LTI tool and tells who can sign in. */
async function connectDemo({ dataDir }, env, signal) {
  const demo = JSON.parse(await runProductCommand(productScripts.seed, ['--print-demo'], env, signal));
  const registrations = await runProductCommand(
    productScripts.demoRegistrations,
    [env.LMS_PUBLIC_URL, demo.college],
    env,
    signal,
  );
  const file = path.join(dataDir, 'demo-registrations.json');
  await writeFile(file, registrations);
  await runProductCommand(productScripts.register, [file], env, signal);
  return demo.signIns;
}

/**
 * The servers of the product, started but perhaps not ready.
 * @param {ReturnType<typeof import('./settings.mjs').readSettings>} settings @param {Record<string, string>} env
 * @param {readonly string[]} [nodeArgs] for each server's Node
 */
export function startServers({ demo, host, ports }, env, nodeArgs = []) {
  const reach = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  const server = (name, script, port) =>
    startServer({
      name,
      script,
      env: environmentOf(env, name),
      nodeArgs,
      health: `http://${reach.includes(':') ? `[${reach}]` : reach}:${port}/health`,
    });
  return [
    server('api', productScripts.api, ports.api),
    server('lti', productScripts.lti, ports.lti),
    ...(demo ? [server('demo platform', productScripts.lms, ports.lms)] : []),
  ];
}
