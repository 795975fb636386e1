import { Database, faultLine, openJobs } from '@journeybook/database';
import { leavesUnprotected, unprotected } from '@journeybook/outgoing';
import { Logger } from 'nestjs-pino';
import { Clock } from './clock.js';
import { readConfig } from './config.js';
import { createApp } from './create-app.js';
import { AnswerVault } from './vault/answer-vault.js';
import { demoSignIns } from './seed/demo-sign-ins.js';

// Node itself would print the error with everything in it: the values of a row, the parameters of a statement.
process.once('uncaughtException', (error) => {
  console.error(`The API ends because of a fault that nothing handled: ${faultLine(error)}`);
  process.exit(1);
});

try {
  const config = readConfig();
  const { ACCESS_DATABASE_URL: access, API_DATABASE_URL: api, JOBS_DATABASE_URL: ofJobs } = config;
  const database = await Database.open({ access, api, jobs: ofJobs });
  const vault = await AnswerVault.open(config.VAULT_DATABASE_URL, config.VAULT_KEY);
  const jobs = await openJobs({ url: ofJobs });
  const clock = new Clock(config.TIME_ZONE);
  const app = await createApp({ config, database, vault, jobs, clock, demoSignIns });
  const stop = async () => {
    await app.close();
    await jobs.stop();
    await vault.close();
    await database.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().then(() => process.exit(0)));
  if ([access, api, ofJobs, config.VAULT_DATABASE_URL].some(leavesUnprotected)) app.get(Logger).warn(unprotected);
  await app.listen(config.PORT, config.HOST);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
