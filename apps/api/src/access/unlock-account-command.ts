import { createInterface } from 'node:readline/promises';
import { Database } from '@journeybook/database';
import { readCommandSettings, readMailSettings, runCommand } from '../command.js';
import { openMailer } from '../mail/open-mailer.js';
import { unlockAccount } from './unlock-account.js';

/** Takes the second step away from one account, for whoever runs the installation. */
async function run(email: string | undefined): Promise<void> {
  const { url, clock } = readCommandSettings();
  const mail = readMailSettings();
  if (!email) throw new Error('Usage: npm run remove-second-factor -- person@organization.example');
  const database = await Database.openAsOwner({ url, poolSize: 1 });
  try {
    const mailer = openMailer(mail, clock);
    const terminal = { say: (line: string) => console.log(line), ask };
    await unlockAccount(email, { database, clock, mailer, terminal, PUBLIC_URL: mail.PUBLIC_URL });
  } finally {
    await database.close();
  }
}

/** What was typed; nothing when the terminal was closed. */
async function ask(question: string): Promise<string> {
  const input = createInterface({ input: process.stdin, output: process.stdout });
  const closed = new Promise<string>((resolve) => input.once('close', () => resolve('')));
  try {
    return await Promise.race([input.question(question), closed]);
  } finally {
    input.close();
  }
}

await runCommand(() => run(process.argv[2]));
