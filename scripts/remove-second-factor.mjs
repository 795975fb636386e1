// `npm run remove-second-factor -- person@organization.example`: lets somebody in who lost phone and recovery codes, running or not.
import { build } from './lib/build.mjs';
import { openDatabase } from './lib/open-database.mjs';
import { PlainError, runScript } from './lib/plain-error.mjs';
import { prepare } from './lib/prepare.mjs';
import { productScripts, runProductCommand } from './lib/run-product-command.mjs';
import { runCommand } from './lib/run-command.mjs';
import { readSettings } from './lib/settings.mjs';

await runScript(async () => {
  const [email] = process.argv.slice(2);
  if (!email) throw new PlainError('Usage: npm run remove-second-factor -- person@organization.example');
  if (!(await prepare())) return;
  await build();
  const settings = readSettings(process.env, []);
  const database = await openDatabase(settings);
  try {
    const env = {
      ...process.env,
      DATABASE_URL: database.url,
      DATA_DIR: settings.dataDir,
      PUBLIC_URL: settings.urls.api,
    };
    await runProductCommand(productScripts.migrate, [], env);
    // It asks before it does anything.
    const { code } = await runCommand(process.execPath, [productScripts.unlockAccount, email], { asks: true, env });
    process.exitCode = code;
  } finally {
    if (!database.reused) await database.stop();
  }
});
