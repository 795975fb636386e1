import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbeddedPostgres } from '@journeybook/database/embedded';
import { startLmsSimulator, demoWorld } from '@journeybook/lms-simulator';

const root = fileURLToPath(new URL('../../', import.meta.url));
const [apiPort, ltiPort] = [4480, 4481];

/** With which the LTI tool reports to the API. */
export const machineToken = 'bench-machine-token-of-more-than-32-characters';

/** Where a server signs in as one of the roles; the migration gives each role the password that stands there. */
function addressAs(databaseUrl, role) {
  const address = new URL(databaseUrl);
  address.username = `journeybook_${role}`;
  address.password = 'bench';
  return address.href;
}

/** The servers' settings for a database. */
export const environment = (databaseUrl) => ({
  ...process.env,
  DATABASE_URL: databaseUrl,
  ACCESS_DATABASE_URL: addressAs(databaseUrl, 'access'),
  API_DATABASE_URL: addressAs(databaseUrl, 'api'),
  JOBS_DATABASE_URL: addressAs(databaseUrl, 'jobs'),
  VAULT_DATABASE_URL: addressAs(databaseUrl, 'vault'),
  LTI_DATABASE_URL: addressAs(databaseUrl, 'lti'),
  PORT: String(apiPort),
  LTI_PORT: String(ltiPort),
  PUBLIC_URL: `http://localhost:${apiPort}`,
  LTI_PUBLIC_URL: `http://127.0.0.1:${ltiPort}`,
  LTI_MACHINE_TOKEN: machineToken,
  LTI_ENCRYPTION_KEY: 'bench-encryption-key-of-more-than-32-characters',
  VAULT_KEY: Buffer.alloc(32, 1).toString('base64'),
  SECRETS_KEY: 'bench-secrets-key-of-more-than-32-characters',
  LTI_ALLOW_LOOPBACK_PLATFORMS: 'true',
  DEMO: 'true',
  // Requests come from where a bench says they do.
  TRUSTED_PROXIES: 'loopback',
  RATE_LIMIT_READS: '1000000',
  RATE_LIMIT_WRITES: '1000000',
  RATE_LIMIT_LAUNCHES: '1000000',
  LOG_LEVEL: 'error',
});

/** The real servers on a database of their own that waits for the disk, with the demo world; and Moodle as simulated. */
export async function startWorld() {
  const folder = mkdtempSync(path.join(tmpdir(), 'journeybook-bench-'));
  // As root, PostgreSQL runs as somebody else, who has to get into the folder.
  chmodSync(folder, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres') });
  const env = environment(postgres.url);
  const run = (script, ...args) =>
    execFileSync(process.execPath, [path.join(root, script), ...args], { env, encoding: 'utf8' });
  run('packages/database/dist/migrate-command.js');
  run('apps/api/dist/seed/seed-command.js');
  const { college } = JSON.parse(run('apps/api/dist/seed/seed-command.js', '--print-demo'));
  const platform = await startLmsSimulator({
    profile: 'moodle',
    toolLoginUrl: `${env.LTI_PUBLIC_URL}/lti/login`,
    toolLaunchUrl: `${env.LTI_PUBLIC_URL}/lti/launch`,
    toolJwksUrl: `${env.LTI_PUBLIC_URL}/lti/jwks.json`,
    world: demoWorld.moodle,
  });
  const file = path.join(folder, 'registrations.json');
  const { registration } = platform;
  writeFileSync(file, JSON.stringify([{ ...registration, profile: 'moodle', name: 'Bench', collegeId: college }]));
  run('apps/lti/dist/registration/register-command.js', file);
  const servers = ['apps/api/dist/main.js', 'apps/lti/dist/main.js'].map((script) =>
    spawn(process.execPath, [path.join(root, script)], { env, stdio: ['ignore', 'inherit', 'inherit'] }),
  );
  await Promise.all([apiPort, ltiPort].map((port) => healthy(`http://127.0.0.1:${port}/health`)));
  return {
    api: `http://localhost:${apiPort}`,
    tool: env.LTI_PUBLIC_URL,
    databaseUrl: postgres.url,
    platform,
    async stop() {
      for (const server of servers) server.kill('SIGTERM');
      await Promise.all(servers.map((server) => new Promise((resolve) => server.once('exit', resolve))));
      await platform.close();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function healthy(url) {
  const until = Date.now() + 30_000;
  while (
    !(await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    ))
  ) {
    if (Date.now() > until) throw new Error(`${url} does not answer`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
