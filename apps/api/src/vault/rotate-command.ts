import { AnswerVault } from './answer-vault.js';

/** Seals everything in the vault with the newest key of VAULT_KEY. The older ones are still needed for backups of before. */
async function run(): Promise<void> {
  const [url, keys] = [process.env['DATABASE_URL'], process.env['VAULT_KEY']];
  if (!url || !keys) throw new Error('DATABASE_URL and VAULT_KEY must be set.');
  const vault = await AnswerVault.open(url, keys);
  try {
    const moved = await vault.moveToNewestKey();
    console.log(
      `${moved} answers were sealed anew; all are under the newest key now. Keep the older keys as long as there is a backup from before today.`,
    );
  } finally {
    await vault.close();
  }
}

try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
