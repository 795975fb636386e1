import { describe, expect, test } from 'vitest';
import { readConfig } from './config.js';

const least = {
  LTI_DATABASE_URL: 'postgres://journeybook_lti:x@localhost/x',
  LTI_MACHINE_TOKEN: 'm'.repeat(32),
  LTI_ENCRYPTION_KEY: 'e'.repeat(32),
};

describe('the settings', () => {
  test('have defaults for one machine', () => {
    expect(readConfig(least)).toMatchObject({
      port: 4401,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:4401',
      apiUrl: 'http://localhost:4400',
      allowLoopback: false,
      frameDir: expect.stringMatching(/apps\/portal\/dist\/frame$/),
    });
  });

  test('are all named at once when they are wrong', () => {
    const read = () => readConfig({ LTI_PORT: 'x', PUBLIC_URL: 'localhost', LTI_ALLOW_LOOPBACK_PLATFORMS: 'yes' });
    for (const name of [
      'LTI_DATABASE_URL',
      'LTI_PORT',
      'PUBLIC_URL',
      'LTI_MACHINE_TOKEN',
      'LTI_ENCRYPTION_KEY',
      'LTI_ALLOW_LOOPBACK_PLATFORMS',
    ])
      expect(read).toThrow(name);
  });

  test('never show a secret', () => {
    expect(() => readConfig({ ...least, LTI_MACHINE_TOKEN: 'too-short' })).toThrow(/^((?!too-short).)*$/s);
  });
});
