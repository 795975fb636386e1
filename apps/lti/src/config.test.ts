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

  test('refuse http to another machine, unless that is allowed by name', () => {
    const plain = { ...least, PUBLIC_URL: 'http://journeybook.example', LTI_PUBLIC_URL: 'http://10.0.0.7:4401' };
    for (const name of ['PUBLIC_URL', 'LTI_PUBLIC_URL'])
      expect(() => readConfig(plain)).toThrow(new RegExp(`^  ${name} is an http address of another machine`, 'm'));
    expect(() => readConfig({ ...plain, LTI_PORT: 'x' })).toThrow(/LTI_PORT.*PUBLIC_URL/s);
    expect(readConfig({ ...plain, ALLOW_PLAIN_HTTP: 'true' })).toMatchObject({ apiUrl: plain.PUBLIC_URL });
    const secure = { PUBLIC_URL: 'https://journeybook.example', LTI_PUBLIC_URL: 'https://lti.example' };
    expect(readConfig({ ...least, ...secure })).toMatchObject({ publicUrl: secure.LTI_PUBLIC_URL });
  });

  test('never show a secret', () => {
    expect(() => readConfig({ ...least, LTI_MACHINE_TOKEN: 'too-short' })).toThrow(/^((?!too-short).)*$/s);
  });
});
