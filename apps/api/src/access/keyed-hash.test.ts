import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { KeyedHash } from './keyed-hash.js';

const [older, newer] = ['older-key-of-some-length-0123456789', 'newer-key-of-some-length-0123456789'];
const under = (...keys: string[]) => new KeyedHash({ SECRETS_KEY: keys.join(',') });

test('a code is the same under the same key, and not found without the key', () => {
  expect(under(older).of('ABCD2345')).toEqual(under(older).of('ABCD2345'));
  expect(under(older).of('ABCD2345')).not.toEqual(under(older).of('ABCD2346'));
  expect(under(older).of('ABCD2345')).not.toEqual(under(newer).of('ABCD2345'));
  expect(under(older).of('ABCD2345')).not.toEqual(createHash('sha256').update('ABCD2345').digest());
});

test('what an older key hashed is known while that key is there', () => {
  const kept = under(older).of('ABCD2345');
  expect(under(newer, older).every('ABCD2345')).toContainEqual(kept);
  expect(under(newer, older).of('ABCD2345')).not.toEqual(kept);
  expect(under(newer).every('ABCD2345')).not.toContainEqual(kept);
});
