import { randomUUID } from 'node:crypto';
import type { Database, KnownPerson } from '@journeybook/database';
import { actAs } from '@journeybook/database';
import type { CalendarDate } from '@journeybook/domain';
import { sameAddress } from '@journeybook/domain';
import type { Clock } from '../clock.js';
import type { CommandAction } from '../command.js';
import type { MailSettings } from '../config.js';
import type { Mailer } from '../mail/mailer.js';
import { codeOf } from './post.js';
import { removedByOperatorLetter } from './second-factor-letters.js';

const action: CommandAction = 'npm run remove-second-factor';

/** What whoever runs the installation reads, and where they type. */
export interface Terminal {
  say(line: string): void;
  ask(question: string): Promise<string>;
}

interface UnlockWith extends Pick<MailSettings, 'PUBLIC_URL'> {
  readonly database: Database;
  readonly clock: Clock;
  readonly mailer: Mailer;
  readonly terminal: Terminal;
}

/**
 * Takes the second step away from an account that nobody else may help, such as that of a lone administrator, once its address was typed
 * again, and sends its owner a letter. Throws in one line when nobody has the address, has a second step, or meant it.
 */
export async function unlockAccount(
  email: string,
  { database, clock, mailer, terminal, PUBLIC_URL }: UnlockWith,
): Promise<void> {
  const person = await findLockedOut(database, email, clock.today());
  describe(person, terminal);
  const typed = await terminal.ask('Type the e-mail address to go on: ');
  if (!sameAddress(typed, person.email)) throw new Error('Nothing was changed.');
  await removeSecondFactor(database, person);
  terminal.say(`${person.name} comes in with the password alone now, and was signed out everywhere.`);
  await mailer.send(removedByOperatorLetter(person, PUBLIC_URL)).catch((error: unknown) => {
    terminal.say(`The letter about it was not sent (${codeOf(error)}): tell them yourself.`);
  });
}

async function findLockedOut({ access }: Database, email: string, today: CalendarDate): Promise<KnownPerson> {
  const id = await access.read.people.findByEmail(email);
  const person = id && (await access.read.roles.find(id, today));
  if (!person) throw new Error('Nobody has this e-mail address.');
  if (!person.hasSecondFactor)
    throw new Error(`${person.name} has no second step: the password alone opens the account.`);
  return person;
}

function describe({ name, email, roles }: KnownPerson, terminal: Terminal): void {
  terminal.say(`${name}, ${email}`);
  for (const { role, organization } of roles) terminal.say(`  ${role}, ${organization.name}`);
  terminal.say('This takes away their authenticator app, passkeys and recovery codes, and signs them out everywhere.');
  terminal.say('Make sure that it is really them who asked.');
}

/** On file as an act of whoever runs the installation, at each organisation in which the person holds a role. */
function removeSecondFactor(database: Database, { id, roles }: KnownPerson): Promise<void> {
  const named = () => ({ ids: [id], subjects: { person: id }, details: {} });
  const act = {
    caller: { kind: 'operator' },
    requestId: randomUUID(),
    address: 'this machine',
    action,
    named,
  } as const;
  return actAs(act, () =>
    database.access.transaction(async (tables) => {
      await tables.people.hold(id);
      await tables.secondFactors.removeAll(id);
      await tables.sessions.endOthers(id, null);
      tables.audit.concern({ organizations: roles.map(({ organization }) => organization.id) });
    }),
  );
}
