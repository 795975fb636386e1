import { readFile } from 'node:fs/promises';
import { openLtiStore } from '@journeybook/database/lti';
import { z } from 'zod';
import { parseRegistrations } from './parse-registrations.js';

const usage = 'Usage: DATABASE_URL=… node apps/lti/dist/registration/register-command.js <registrations.json>';

async function register(file: string | undefined): Promise<void> {
  if (!file) throw new Error(usage);
  const databaseUrl = z.string(`DATABASE_URL must be set. ${usage}`).min(1).parse(process.env['DATABASE_URL']);
  const entries = parseRegistrations(await readFile(file, 'utf8'));
  const store = await openLtiStore(databaseUrl);
  try {
    for (const entry of entries) {
      const saved = await store.registrations.save(entry);
      console.log(
        `${entry.name}: registration of ${entry.clientId} at ${entry.issuer} ${saved.registration}, deployment ${entry.deploymentId} ${saved.deployment}`,
      );
    }
  } finally {
    await store.close();
  }
}

try {
  await register(process.argv[2]);
} catch (error) {
  console.error(
    error instanceof z.ZodError ? error.issues[0]?.message : error instanceof Error ? error.message : error,
  );
  process.exitCode = 1;
}
