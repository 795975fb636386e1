import { migrate } from './migrate.js';
import { readPasswords } from './read-passwords.js';
import { letRolesSignIn } from './roles.js';

const url = process.env['DATABASE_URL'];
if (!url) {
  console.error(
    'DATABASE_URL is not set. Give the address of a PostgreSQL database, e.g. postgres://user:password@host:5432/journeybook',
  );
  process.exit(2);
}
try {
  const passwords = readPasswords(process.env);
  await migrate(url);
  await letRolesSignIn(url, passwords);
} catch (error) {
  console.error(
    `The database could not be brought up to date: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exit(1);
}
