import type { DatabaseRole } from '../roles.js';
import { databaseRoles, loginAddress } from '../roles.js';

/** On a server of tests the roles' passwords are no secret, and the same for all of its databases. */
const passwordOf = (role: DatabaseRole): string => `test-${role}`;

export const testPasswords: ReadonlyMap<DatabaseRole, string> = new Map(
  databaseRoles.map((role) => [role, passwordOf(role)]),
);

/** The address of a test database, signed in as a role of the servers. */
export const addressAs = (url: string, role: DatabaseRole): string => loginAddress(url, role, passwordOf(role));
