import { Database } from '@journeybook/database';
import { Clock } from '../clock.js';
import { AnswerVault } from './answer-vault.js';
import { moveBirthDates } from './move-birth-dates.js';

/** Moves birth dates of before there was a vault into it; run as the database's owner, after its migrations. */
async function run(): Promise<void> {
  const [url, keys] = [process.env['DATABASE_URL'], process.env['VAULT_KEY']];
  if (!url || !keys) throw new Error('DATABASE_URL and VAULT_KEY must be set.');
  const database = await Database.openAsOwner({ url, poolSize: 1 });
  const vault = await AnswerVault.open(url, keys);
  try {
    const clock = new Clock(process.env['TIME_ZONE'] ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
    await moveBirthDates(database, { vault, clock });
  } finally {
    await vault.close();
    await database.close();
  }
}

try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
