import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import pg from 'pg';

/**
 * Who the servers sign in as. None owns anything or is a member of another, and none can change or delete an entry of the record.
 * `access` finds out who calls, `api` does the work of a request within the caller's reach, `jobs` takes over what learning platforms
 * tell, `lti` is the LTI tool, and `vault` keeps sealed answers and sees nothing else.
 */
export const databaseRoles = [
  'journeybook_access',
  'journeybook_api',
  'journeybook_jobs',
  'journeybook_lti',
  'journeybook_vault',
] as const;
export type DatabaseRole = (typeof databaseRoles)[number];

/** The address of the same database, signed in as the role. */
export function loginAddress(url: string, role: DatabaseRole, password: string): string {
  const address = new URL(url);
  address.username = role;
  address.password = password;
  return address.href;
}

/** Lets the roles sign in with these passwords; run as the owner. They belong to the whole server, so its databases share them. */
export async function letRolesSignIn(ownerUrl: string, passwords: ReadonlyMap<DatabaseRole, string>): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (const [role, password] of passwords)
      await client.query(`alter role ${role} login password '${scramVerifier(password)}'`);
  } finally {
    await client.end();
  }
}

const iterations = 4096;

/** What PostgreSQL keeps of a password (RFC 5803), made here: so no statement, and no log of statements, holds the password. */
function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const keyOf = (what: string) => createHmac('sha256', salted).update(what).digest();
  const stored = createHash('sha256').update(keyOf('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${keyOf('Server Key').toString('base64')}`;
}
