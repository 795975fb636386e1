import { Database } from '@journeybook/database';
import { Clock } from '../clock.js';
import { listOf } from './list-retention.js';

/** Lists the agreements that are kept long enough, by sponsor and id and without a name. It erases nothing. */
async function run(): Promise<void> {
  const url = process.env['DATABASE_URL'];
  if (!url) throw new Error('DATABASE_URL is not set.');
  const clock = new Clock(process.env['TIME_ZONE'] ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
  const database = await Database.openAsOwner({ url, poolSize: 1 });
  try {
    const sponsors = await database.read.people.listSponsors();
    const due = (await listOf(database.read, sponsors, clock.today())).filter(({ state }) => state === 'due');
    console.log(
      `${due.length} agreements are kept long enough. A sponsor decides in the portal, under Keeping records.`,
    );
    for (const { apprenticeship, sponsor, status, keptUntil } of due)
      console.log(`${apprenticeship}  ${sponsor.name}  ${status}, kept until ${keptUntil ?? 'no day'}`);
  } finally {
    await database.close();
  }
}

try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
