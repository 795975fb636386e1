import { expect, test } from 'vitest';
import { refuseAddress } from './refuse-address.js';

test('keeps public addresses, and this machine only when that is allowed', () => {
  expect(refuseAddress('https://lms.lakeside.example/token?x=1', false)).toBeNull();
  expect(refuseAddress('http://127.0.0.1:4402/token', true)).toBeNull();
});

test.each([
  ['lakeside', 'such as https'],
  ['http://lms.lakeside.example', 'https://'],
  ['https://10.0.0.7/token', 'public name'],
  ['https://[fd00::1]/token', 'public name'],
  ['https://intranet/token', 'public name'],
  ['https://localhost/token', 'this machine'],
  ['http://127.0.0.1/token', 'this machine'],
  ['https://me:secret@lms.example', 'password'],
  ['https://lms.example/#part', '#'],
  ['file:///etc/passwd', 'https://'],
])('refuses %s', (address, why) => {
  expect(refuseAddress(address, false)).toContain(why);
});
