import { readVerifyArguments, verify } from './record/verify.js';

const url = process.env['DATABASE_URL'];
if (!url) {
  console.error(
    'DATABASE_URL is not set. Give the address of the PostgreSQL database whose records are to be verified.',
  );
  process.exit(2);
}
try {
  const { whole, lines } = await verify(url, readVerifyArguments(process.argv.slice(2)));
  for (const line of lines) console.log(line);
  process.exitCode = whole ? 0 : 1;
} catch (error) {
  console.error(`The records could not be verified: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
