import { addressAs } from '@journeybook/database/testing';

/** The secret that the LTI tool shares with the API. */
export const machineToken = 'machine-token-of-the-tests-0123456789';

/** The environment the API reads, for a database of a test. */
export const testEnvironment = (databaseUrl: string, variables: Record<string, string> = {}) => ({
  ACCESS_DATABASE_URL: addressAs(databaseUrl, 'journeybook_access'),
  API_DATABASE_URL: addressAs(databaseUrl, 'journeybook_api'),
  JOBS_DATABASE_URL: addressAs(databaseUrl, 'journeybook_jobs'),
  PORT: '0',
  PUBLIC_URL: 'http://journeybook.example',
  LTI_PUBLIC_URL: 'http://lti.example',
  LTI_MACHINE_TOKEN: machineToken,
  SECRETS_KEY: 'secrets-key-of-the-tests-0123456789',
  LOG_LEVEL: 'silent',
  PORTAL_DIR: '/nowhere',
  DATA_DIR: '/nowhere',
  TIME_ZONE: 'America/Chicago',
  ...variables,
});
