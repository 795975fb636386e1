import { Database } from '@journeybook/database';
import { readCommandSettings, runCommand, vaultKeysOf } from '../command.js';
import { AnswerVault } from './answer-vault.js';
import { moveBirthDates } from './move-birth-dates.js';

/** Moves birth dates of before there was a vault into it; run as the database's owner, after its migrations. */
async function run(): Promise<void> {
  const settings = readCommandSettings();
  const { url, clock } = settings;
  const keys = vaultKeysOf(settings);
  const database = await Database.openAsOwner({ url, poolSize: 1 });
  const vault = await AnswerVault.open(url, keys);
  try {
    await moveBirthDates(database, { vault, clock });
  } finally {
    await vault.close();
    await database.close();
  }
}

await runCommand(() => run());
