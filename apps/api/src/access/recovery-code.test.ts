import { expect, test } from 'vitest';
import { findRecoveryCode, makeRecoveryCodes } from './recovery-code.js';

test('ten codes are made, each its own, and of each a hash is kept', async () => {
  const { codes, salt, hashes } = await makeRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}$/);
  const [first = ''] = codes;
  expect(hashes[0]?.toString('latin1')).not.toContain(first.slice(0, 5));
  for (const written of [first, first.toUpperCase(), ` ${first.replace('-', ' ')} `])
    expect(await findRecoveryCode(written, { salt, unused: hashes })).toEqual(hashes[0]);
  expect(await findRecoveryCode(first, { salt, unused: hashes.slice(1) })).toBeNull();
  expect(await findRecoveryCode('', { salt, unused: hashes })).toBeNull();
});
