import type { DatabaseRole } from './roles.js';

/** Where a server is told its address of the database, and as whom it signs in there. */
export const addressVariables = {
  ACCESS_DATABASE_URL: 'journeybook_access',
  API_DATABASE_URL: 'journeybook_api',
  JOBS_DATABASE_URL: 'journeybook_jobs',
  LTI_DATABASE_URL: 'journeybook_lti',
  VAULT_DATABASE_URL: 'journeybook_vault',
} as const satisfies Record<string, DatabaseRole>;

/**
 * The passwords that the servers' own addresses name, for the roles that are to sign in with them. Throws, without any value, when an
 * address names another user than its role or no password.
 */
export function readPasswords(
  variables: Readonly<Record<string, string | undefined>>,
): ReadonlyMap<DatabaseRole, string> {
  const passwords = new Map<DatabaseRole, string>();
  for (const [variable, role] of Object.entries(addressVariables)) {
    const address = variables[variable];
    if (!address) continue;
    if (!URL.canParse(address)) throw new Error(`${variable} is no address of a database`);
    const { username, password } = new URL(address);
    if (username !== role || password === '')
      throw new Error(
        `${variable} must sign in as ${role} with a password, as in postgres://${role}:…@host/journeybook`,
      );
    passwords.set(role, decodeURIComponent(password));
  }
  return passwords;
}
