import { expect, test, vi } from 'vitest';
import { deriveKey, hashPassword, isPassword } from './password.js';
import { FewAtOnce } from './few-at-once.js';

test('knows the password it hashed, and no other', async () => {
  const hash = await hashPassword('press line 2');
  expect(await isPassword('press line 2', hash)).toBe(true);
  expect(await isPassword('press line 3', hash)).toBe(false);
  expect(await isPassword('', hash)).toBe(false);
});

test('hashes the same password differently each time and keeps nothing of it', async () => {
  const [one, other] = [await hashPassword('press line 2'), await hashPassword('press line 2')];
  expect(one).not.toBe(other);
  expect(one).not.toContain('press');
});

test('takes composed and decomposed letters for the same', async () => {
  expect(await isPassword('Toma\u0301s', await hashPassword('Tom\u00e1s'))).toBe(true);
});

test('waits for its turn, whatever it is hashed for', async () => {
  const take = vi.spyOn(FewAtOnce.prototype, 'take');
  await isPassword('press line 2', await hashPassword('press line 2'));
  await deriveKey('recovery code', Buffer.alloc(16));
  expect(take).toHaveBeenCalledTimes(3);
  take.mockRestore();
});
