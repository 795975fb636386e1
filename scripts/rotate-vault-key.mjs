// `npm run rotate-vault-key`: makes a new key for the vault and seals everything with it, while Journeybook runs or not.
import { existsSync } from 'node:fs';
import { runScript } from './lib/plain-error.mjs';
import { productScripts } from './lib/run-product-command.mjs';
import { runOnDatabase } from './lib/run-on-database.mjs';
import { addVaultKey } from './lib/vault-key.mjs';

await runScript(async () => {
  const said = await runOnDatabase(productScripts.rotateVaultKey, {
    // Keys that stand in the environment itself are changed by whoever sets it.
    before: async (setting) => (existsSync(setting) ? addVaultKey(setting) : undefined),
  });
  if (said) console.log(said);
});
