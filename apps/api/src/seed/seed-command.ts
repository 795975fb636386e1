import { fileURLToPath } from 'node:url';
import { Database, newId } from '@journeybook/database';
import type { CommandSettings } from '../command.js';
import { readCommandSettings, readMailSettings, runCommand } from '../command.js';
import { AnswerVault } from '../vault/answer-vault.js';
import { readProgramFile } from '../program/read-program-file.js';
import { loadDemoAnswers } from './demo-answers.js';
import { organizations } from './demo-people.js';
import { demoSignIns } from './demo-sign-ins.js';
import { firstAdministrator, firstSignIn } from './first-sign-in.js';
import { loadDemo, loadFirstSponsor } from './load-demo.js';

/**
 * Fills an empty database, and leaves any other as it is: the demo world, or with `--empty` the IMT program under a first sponsor, whose
 * administrator chooses a password by a link that is printed each time until they have. `--print-demo` only prints the demo's sign-ins and college as JSON.
 */
async function run(options: readonly string[]): Promise<void> {
  if (options.includes('--print-demo'))
    return console.log(JSON.stringify({ college: organizations.lakeside.id, signIns: demoSignIns }));
  const settings = readCommandSettings();
  const { url, clock } = settings;
  const read = (name: string) =>
    readProgramFile(fileURLToPath(new URL(`../../programs/${name}`, import.meta.url)), newId());
  const standard = read('imt.yaml');
  const database = await Database.openAsOwner({ url, poolSize: 2 });
  try {
    const isNewDemo = await database.transaction(async (tables) => {
      if (!(await tables.people.isEmpty())) return false;
      if (!options.includes('--empty')) {
        await loadDemo(tables, [standard, read('maintenance-technician.yaml')], clock.today());
        return true;
      }
      await loadFirstSponsor(tables, standard, { email: firstAdministrator, today: clock.today(), at: clock.now() });
      return false;
    });
    const publicUrl = readMailSettings().PUBLIC_URL;
    const said = await database.transaction((tables) => firstSignIn(tables, { clock, publicUrl }));
    if (said) console.log(said);
    if (isNewDemo) await fillVault(settings);
  } finally {
    await database.close();
  }
}

async function fillVault({ url, vaultKeys, clock }: CommandSettings): Promise<void> {
  if (!vaultKeys) return;
  const vault = await AnswerVault.open(url, vaultKeys);
  try {
    await loadDemoAnswers(vault, { today: clock.today(), at: clock.now() });
  } finally {
    await vault.close();
  }
}

await runCommand(() => run(process.argv.slice(2)));
