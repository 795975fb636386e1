import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Answer, VaultField } from '@journeybook/domain';
import { ada, at, day, grace } from '@journeybook/domain/testing';
import { describe, expect, test } from 'vitest';
import { isPath, readVaultKeys } from './read-vault-keys.js';
import { openAnswer, sealAnswer } from './seal-answer.js';

const newKey = () => randomBytes(32).toString('base64');
const [older, newer] = [newKey(), newKey()];
const keys = readVaultKeys(`${newer},${older}`);
const answer: Answer = { values: ['yes'], form: 'CC-305', answeredOn: day('2026-03-04') };
const where = { person: ada, field: 'disability' as VaultField, at: at('2026-03-04T10:00:00Z') };
const sealed = () => sealAnswer(answer, where, keys[0]);

describe('a sealed answer', () => {
  test('opens with its key', () => {
    expect(openAnswer(sealed(), keys)).toEqual(answer);
  });
  test('is never the same twice, always of one length, and shows nothing', () => {
    const long = { ...answer, values: ['american-indian', 'asian', 'black', 'pacific-islander', 'white'] };
    const rows = [sealed(), sealed(), sealAnswer(long, where, keys[0])];
    expect(new Set(rows.map((row) => row.sealed.toString('hex'))).size).toBe(3);
    expect(new Set(rows.map((row) => row.sealed.length))).toEqual(new Set([284]));
    expect(rows.map((row) => row.sealed.toString('latin1')).join()).not.toMatch(/yes|white|CC-305|2026/);
  });
  test.each([
    ["another person's", { person: grace }],
    ["another field's", { field: 'sex' as const }],
    ["another key's", { keyId: keys[1]?.id ?? '' }],
  ])('does not open in %s place', (_, moved) => {
    expect(() => openAnswer({ ...sealed(), ...moved }, keys)).toThrow(/unable to authenticate data/);
  });
  test('does not open when a bit of it was changed', () => {
    for (const index of [0, 15, 40, 283]) {
      const row = sealed();
      row.sealed[index] = (row.sealed[index] ?? 0) ^ 1;
      expect(() => openAnswer(row, keys), `byte ${index}`).toThrow(/unable to authenticate data/);
    }
  });
  test('opens with an older key, and says which one is missing', () => {
    const old = sealAnswer(answer, where, readVaultKeys(older)[0]);
    expect(openAnswer(old, keys)).toEqual(answer);
    expect(() => openAnswer(old, readVaultKeys(newer))).toThrow(`the vault's key ${old.keyId} is not in VAULT_KEY`);
  });
});

describe('the keys of the vault', () => {
  test('are read from a file too, each time anew', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'journeybook-vault-'));
    const file = path.join(folder, 'vault.key');
    await writeFile(file, `${older}\n`);
    expect(readVaultKeys(file).map(({ id }) => id)).toEqual([keys[1]?.id]);
    await writeFile(file, `${newer}\n${older}\n`);
    expect(readVaultKeys(file).map(({ id }) => id)).toEqual(keys.map(({ id }) => id));
    await rm(folder, { recursive: true });
  });
  test.each(['', 'too-short', newKey().slice(4), `${newKey()},x`, '/nowhere/vault.key', '-----BEGIN'])(
    'are refused without being repeated: %s',
    (setting) => {
      let message = '';
      try {
        readVaultKeys(setting);
      } catch (error) {
        message = error instanceof Error ? error.message : '';
      }
      expect(message).toMatch(/VAULT_KEY/);
      if (setting.length > 3) expect(message).not.toContain(setting);
    },
  );
  test('that begin with a slash are no path', () => {
    expect(isPath(`/${'A'.repeat(42)}=`)).toBe(false);
    expect([isPath('/data/vault.key'), isPath('./vault.key')]).toEqual([true, true]);
  });
});
