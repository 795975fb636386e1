import { readCommandSettings, runCommand, vaultKeysOf } from '../command.js';
import { AnswerVault } from './answer-vault.js';

/** Seals everything in the vault with the newest key of VAULT_KEY. The older ones are still needed for backups of before. */
async function run(): Promise<void> {
  const settings = readCommandSettings();
  const vault = await AnswerVault.open(settings.url, vaultKeysOf(settings));
  try {
    const moved = await vault.moveToNewestKey();
    console.log(
      `${moved} answers were sealed anew; all are under the newest key now. Keep the older keys as long as there is a backup from before today.`,
    );
  } finally {
    await vault.close();
  }
}

await runCommand(() => run());
