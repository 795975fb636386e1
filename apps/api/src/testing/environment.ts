import { overheardLog, secret } from '@journeybook/database/overhear';
import { addressAs } from '@journeybook/database/testing';

/** The secret that the LTI tool shares with the API. */
export const machineToken = 'machine-token-of-the-tests-0123456789';

/** The key of the vault in the tests. */
export const vaultKey = Buffer.alloc(32, 7).toString('base64');
const logFile = overheardLog() ?? '';
secret(machineToken, 'machine token');

/** The environment the API reads, for a database of a test. */
export const testEnvironment = (databaseUrl: string, variables: Record<string, string> = {}) => ({
  ACCESS_DATABASE_URL: addressAs(databaseUrl, 'journeybook_access'),
  API_DATABASE_URL: addressAs(databaseUrl, 'journeybook_api'),
  JOBS_DATABASE_URL: addressAs(databaseUrl, 'journeybook_jobs'),
  VAULT_DATABASE_URL: addressAs(databaseUrl, 'journeybook_vault'),
  PORT: '0',
  PUBLIC_URL: 'http://journeybook.example',
  LTI_PUBLIC_URL: 'http://lti.example',
  ALLOW_PLAIN_HTTP: 'true',
  LTI_MACHINE_TOKEN: machineToken,
  VAULT_KEY: vaultKey,
  SECRETS_KEY: 'secrets-key-of-the-tests-0123456789',
  // When the run is overheard, everything that could be logged is.
  LOG_LEVEL: logFile ? 'trace' : 'silent',
  LOG_FILE: logFile,
  PORTAL_DIR: '/nowhere',
  DATA_DIR: '/nowhere',
  TIME_ZONE: 'America/Chicago',
  // Tests send in a second what a person sends in a week.
  RATE_LIMIT_READS: '1000000',
  RATE_LIMIT_WRITES: '1000000',
  ...variables,
});
