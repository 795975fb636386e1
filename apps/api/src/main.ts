import { Database, faultLine, openJobs } from '@journeybook/database';
import { Clock } from './clock.js';
import { readConfig } from './config.js';
import { createApp } from './create-app.js';
import { AnswerVault } from './vault/answer-vault.js';
import { moveBirthDates } from './vault/move-birth-dates.js';
import { demoSignIns } from './seed/demo-sign-ins.js';

// Node itself would print the error with everything in it: the values of a row, the parameters of a statement.
process.once('uncaughtException', (error) => {
  console.error(`The API ends because of a fault that nothing handled: ${faultLine(error)}`);
  process.exit(1);
});

try {
  const config = readConfig();
  const connection = { url: config.DATABASE_URL, role: 'journeybook_api' } as const;
  const database = await Database.open(connection);
  const vault = await AnswerVault.open(config.DATABASE_URL, config.VAULT_KEY);
  const jobs = await openJobs(connection);
  const clock = new Clock(config.TIME_ZONE);
  await moveBirthDates(database, { vault, clock });
  const app = await createApp({ config, database, vault, jobs, clock, demoSignIns });
  const stop = async () => {
    await app.close();
    await jobs.stop();
    await vault.close();
    await database.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().then(() => process.exit(0)));
  await app.listen(config.PORT, config.HOST);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
