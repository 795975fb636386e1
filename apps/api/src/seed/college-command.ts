import { Database, newId } from '@journeybook/database';
import type { OrganizationId } from '@journeybook/domain';
import { readCommandSettings, runCommand } from '../command.js';

/** Makes sure there is a college of that name, working with every sponsor of this installation, and prints its id. */
async function run(name: string | undefined): Promise<void> {
  const { url } = readCommandSettings();
  if (!name?.trim()) throw new Error('Usage: DATABASE_URL=… node college-command.js "Name of the college"');
  const database = await Database.openAsOwner({ url, poolSize: 1 });
  try {
    const id = await database.transaction(async ({ people }) => {
      const known = await people.findCollege(name.trim());
      if (known) return known;
      const college = newId<OrganizationId>();
      await people.addOrganizations([{ id: college, kind: 'college', name: name.trim() }]);
      const sponsors = await people.listSponsors();
      await people.addPartnerships(sponsors.map((sponsorId) => ({ sponsorId, organizationId: college })));
      return college;
    });
    console.log(id);
  } finally {
    await database.close();
  }
}

await runCommand(() => run(process.argv[2]));
