import { describe, expect, test } from 'vitest';
import { readConfig } from './config.js';
import { testEnvironment } from './testing/environment.js';

const url = 'postgres://journeybook:s3cret@db.example:5432/journeybook';

/** What reading these variables is refused with. */
function faultsOf(variables: Record<string, string>): string {
  try {
    readConfig(variables);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('was not refused');
}

describe('the configuration', () => {
  test('needs the database, the machine token and the keys, and has a default for everything else', () => {
    const { ACCESS_DATABASE_URL, API_DATABASE_URL, JOBS_DATABASE_URL, VAULT_DATABASE_URL } = testEnvironment(url);
    const { LTI_MACHINE_TOKEN, SECRETS_KEY, VAULT_KEY } = testEnvironment(url);
    const config = readConfig({
      VAULT_DATABASE_URL,
      VAULT_KEY,
      ACCESS_DATABASE_URL,
      API_DATABASE_URL,
      JOBS_DATABASE_URL,
      LTI_MACHINE_TOKEN,
      SECRETS_KEY,
    });
    expect(config).toMatchObject({ PORT: 4400, HOST: '127.0.0.1', DEMO: false, LOG_LEVEL: 'info' });
    expect(config.PORTAL_DIR).toMatch(/portal\/dist\/portal$/);
  });
  test('reads numbers and flags', () => {
    expect(readConfig(testEnvironment(url, { PORT: '8080', DEMO: 'true' }))).toMatchObject({ PORT: 8080, DEMO: true });
  });
  test('lists every fault at once, by its name', () => {
    const faults = faultsOf({
      PORT: '70000',
      DEMO: 'yes',
      LOG_LEVEL: 'loud',
      TIME_ZONE: 'Mars/Olympus',
      PUBLIC_URL: 'here',
      SMTP_URL: 'mail.example',
    });
    for (const name of [
      'ACCESS_DATABASE_URL',
      'API_DATABASE_URL',
      'JOBS_DATABASE_URL',
      'LTI_MACHINE_TOKEN',
      'SECRETS_KEY',
      'VAULT_DATABASE_URL',
      'VAULT_KEY',
      'PORT',
      'DEMO',
      'LOG_LEVEL',
      'TIME_ZONE',
      'PUBLIC_URL',
      'SMTP_URL',
    ])
      expect(faults).toMatch(new RegExp(`^  ${name}: .+`, 'm'));
    expect(faults.split('\n')).toHaveLength(14);
  });
  test('refuses http to another machine in one line each, unless that is allowed by name', () => {
    const plain = { ...testEnvironment(url), ALLOW_PLAIN_HTTP: 'false' };
    expect(faultsOf(plain).split('\n')).toEqual([
      expect.any(String),
      expect.stringMatching(/^  PUBLIC_URL: is an http address of another machine.* set ALLOW_PLAIN_HTTP=true$/),
      expect.stringMatching(/^  LTI_PUBLIC_URL: is an http address of another machine/),
    ]);
    expect(faultsOf({ ...plain, PORT: 'x' })).toMatch(/PORT: .*PUBLIC_URL: /s);
    expect(
      readConfig({ ...plain, PUBLIC_URL: 'http://localhost:4400', LTI_PUBLIC_URL: 'https://lti.example' }),
    ).toBeDefined();
    expect(readConfig({ ...plain, ALLOW_PLAIN_HTTP: 'true' })).toMatchObject({ PUBLIC_URL: plain.PUBLIC_URL });
  });
  test('never prints a value', () => {
    const faults = faultsOf({
      API_DATABASE_URL: 'mysql://journeybook:s3cret@db.example/journeybook',
      LTI_MACHINE_TOKEN: 'too-short-secret',
      SECRETS_KEY: 'too-short-key',
      PUBLIC_URL: 'https//user:hunter2@x',
      SMTP_URL: 'http://user:hunter3@mail.example',
      TIME_ZONE: 'Secret/Zone',
      PORT: '8o8o',
    });
    for (const value of ['s3cret', 'too-short-secret', 'too-short-key', 'hunter2', 'hunter3', 'Secret/Zone', '8o8o'])
      expect(faults).not.toContain(value);
  });
});
