// `npm run verify [-- --anchor file] [-- --rebuild-totals]`: whether every record is as it was written, running or not.
import { build } from './lib/build.mjs';
import { openDatabase } from './lib/open-database.mjs';
import { runScript } from './lib/plain-error.mjs';
import { prepare } from './lib/prepare.mjs';
import { productScripts } from './lib/run-product-command.mjs';
import { runCommand } from './lib/run-command.mjs';
import { readSettings } from './lib/settings.mjs';

await runScript(async () => {
  if (!(await prepare())) return;
  await build();
  const database = await openDatabase(readSettings(process.env, []));
  try {
    const { code, output } = await runCommand(process.execPath, [productScripts.verify, ...process.argv.slice(2)], {
      quiet: true,
      env: { ...process.env, DATABASE_URL: database.url },
    });
    console.log(output.trimEnd());
    process.exitCode = code;
  } finally {
    if (!database.reused) await database.stop();
  }
});
