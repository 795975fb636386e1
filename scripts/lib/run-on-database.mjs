import { build } from './build.mjs';
import { openDatabase } from './open-database.mjs';
import { prepare } from './prepare.mjs';
import { productScripts, runProductCommand } from './run-product-command.mjs';
import { readSettings } from './settings.mjs';
import { ensureVaultKey } from './vault-key.mjs';

/**
 * Runs one of the product's own commands on the database of this installation, running or not, and tells what it printed.
 * @param {string} script
 * @param {{ before?: (vaultKey: string) => Promise<void> }} [options] `before`: with the setting of the vault's key
 */
export async function runOnDatabase(script, { before } = {}) {
  if (!(await prepare())) return '';
  await build();
  const settings = readSettings(process.env, []);
  const database = await openDatabase(settings);
  try {
    const vaultKey = process.env.VAULT_KEY || (await ensureVaultKey(settings.dataDir));
    const env = { ...process.env, DATABASE_URL: database.url, VAULT_KEY: vaultKey };
    await runProductCommand(productScripts.migrate, [], env);
    await before?.(vaultKey);
    return (await runProductCommand(script, [], env)).trim();
  } finally {
    if (!database.reused) await database.stop();
  }
}
