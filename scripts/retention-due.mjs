// `npm run retention-due`: lists which agreements are kept long enough, without names. It erases nothing: a sponsor does, in the portal.
import { runScript } from './lib/plain-error.mjs';
import { productScripts } from './lib/run-product-command.mjs';
import { runOnDatabase } from './lib/run-on-database.mjs';

await runScript(async () => {
  const said = await runOnDatabase(productScripts.retentionDue);
  if (said) console.log(said);
});
