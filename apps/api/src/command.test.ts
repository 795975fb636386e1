import { expect, test } from 'vitest';
import { readCommandSettings, readMailSettings, vaultKeysOf } from './command.js';

const address = 'postgres://owner@localhost/journeybook';

test('a command works with the owner’s address, the vault’s keys and the sites’ time zone', () => {
  const settings = readCommandSettings({ DATABASE_URL: address, VAULT_KEY: 'a', TIME_ZONE: 'Pacific/Kiritimati' });
  expect(settings).toMatchObject({ url: address, vaultKeys: 'a' });
  expect(settings.clock.today() >= new Date().toISOString().slice(0, 10)).toBe(true);
});

test('a command without the database’s address is refused by the name of the variable', () => {
  expect(() => readCommandSettings({})).toThrow(/^DATABASE_URL is not set\.$/);
  expect(() => readCommandSettings({ DATABASE_URL: '' })).toThrow(/^DATABASE_URL is not set\.$/);
});

test('only a command that opens the vault is refused without its keys', () => {
  const settings = readCommandSettings({ DATABASE_URL: address });
  expect(() => vaultKeysOf(settings)).toThrow('VAULT_KEY is not set.');
});

test('a command that sends letters works with the settings of the servers, and names what is wrong', () => {
  expect(readMailSettings({ DATA_DIR: '/data', PUBLIC_URL: 'https://journeybook.example' })).toMatchObject({
    DATA_DIR: '/data',
    PUBLIC_URL: 'https://journeybook.example',
  });
  expect(() => readMailSettings({ SMTP_URL: 'mail.example' })).toThrow(/^SMTP_URL must be an address such as smtps/);
});
