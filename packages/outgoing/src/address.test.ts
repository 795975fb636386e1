import { describe, expect, test } from 'vitest';
import { mayConnect, refuseAddress } from './address.js';

describe('an address that somebody gave', () => {
  test.each(['https://moodle.college.example/mod/lti/auth.php', 'https://8.8.8.8/x', 'https://[2606:4700::1111]/'])(
    'may be %s',
    (address) => {
      expect(refuseAddress(address, false)).toBeNull();
    },
  );

  test.each([
    ['http://moodle.college.example/', 'must begin with https://'],
    ['ftp://moodle.college.example/', 'must begin with https://'],
    ['https://127.0.0.1/', 'is an address of this machine'],
    ['https://localhost:4400/', 'is an address of this machine'],
    ['https://2130706433/', 'is an address of this machine'],
    ['https://[::1]/', 'is an address of this machine'],
    ['https://10.1.2.3/', 'is not a public address'],
    ['https://192.168.0.1/', 'is not a public address'],
    ['https://169.254.169.254/latest/meta-data', 'is not a public address'],
    ['https://[fd00::1]/', 'is not a public address'],
    ['https://[fe80::1]/', 'is not a public address'],
    ['https://[::ffff:10.0.0.1]/', 'is not a public address'],
    ['https://user:secret@moodle.college.example/', 'must not hold a user name or password'],
    ['nonsense', 'is not an address'],
  ])('may not be %s: %s', (address, reason) => {
    expect(refuseAddress(address, false)).toBe(reason);
  });

  test('may be this machine’s only when that is allowed, and then nothing else private', () => {
    expect(refuseAddress('http://localhost:4402/moodle', true)).toBeNull();
    expect(refuseAddress('http://127.0.0.1:4402/moodle', true)).toBeNull();
    expect(refuseAddress('https://10.1.2.3/', true)).toBe('is not a public address');
    expect(refuseAddress('http://10.1.2.3/', true)).toBe('must begin with https://');
  });

  test.each([
    '0.0.0.0',
    '100.64.0.1',
    '172.31.255.255',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::ffff:127.0.0.1',
    '64:ff9b::a00:1',
    '2001:db8::1',
    'not-an-address',
  ])('is not connected to when its name leads to %s', (ip) => {
    expect(mayConnect(ip, false)).toBe(false);
  });
});
