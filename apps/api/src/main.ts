import { Database, openJobs } from '@journeybook/database';
import { Clock } from './clock.js';
import { readConfig } from './config.js';
import { createApp } from './create-app.js';
import { demoSignIns } from './seed/demo-sign-ins.js';

try {
  const config = readConfig();
  const { ACCESS_DATABASE_URL: access, API_DATABASE_URL: api, JOBS_DATABASE_URL: ofJobs } = config;
  const database = await Database.open({ access, api, jobs: ofJobs });
  const jobs = await openJobs({ url: ofJobs });
  const clock = new Clock(config.TIME_ZONE);
  const app = await createApp({ config, database, jobs, clock, demoSignIns });
  const stop = async () => {
    await app.close();
    await jobs.stop();
    await database.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().then(() => process.exit(0)));
  await app.listen(config.PORT, config.HOST);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
