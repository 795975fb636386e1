import { Database } from '@journeybook/database';
import { readCommandSettings, runCommand } from '../command.js';
import { listOf } from './list-retention.js';

/** Lists the agreements that are kept long enough, by sponsor and id and without a name. It erases nothing. */
async function run(): Promise<void> {
  const { url, clock } = readCommandSettings();
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

await runCommand(() => run());
