/** The secret that the LTI tool shares with the API. */
export const machineToken = 'machine-token-of-the-tests-0123456789';

/** The environment the API reads, for a database of a test. */
export const testEnvironment = (databaseUrl: string, variables: Record<string, string> = {}) => ({
  DATABASE_URL: databaseUrl,
  PORT: '0',
  PUBLIC_URL: 'http://journeybook.example',
  LTI_PUBLIC_URL: 'http://lti.example',
  LTI_MACHINE_TOKEN: machineToken,
  SIGN_IN_KEY: 'sign-in-key-of-the-tests-0123456789',
  LOG_LEVEL: 'silent',
  PORTAL_DIR: '/nowhere',
  DATA_DIR: '/nowhere',
  TIME_ZONE: 'America/Chicago',
  ...variables,
});
