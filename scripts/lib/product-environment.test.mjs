import assert from 'node:assert/strict';
import { test } from 'node:test';
import { environmentOf, productEnvironment, serverAddresses } from './product-environment.mjs';
import { readSettings } from './settings.mjs';

const passwords = { access: 'a1', api: 'b2', jobs: 'c3', lti: 'd4' };
const owner = 'postgres://owner:s3cret@db.example:5433/journeybook?sslmode=require';

test('each server is told its own address of the database, and never the owner’s', () => {
  const secrets = { ltiMachineToken: 'm', ltiEncryptionKey: 'e', demoPlatformSeed: 's' };
  const env = productEnvironment(readSettings({}, []), secrets, { url: owner, passwords });
  const told = (name) => Object.keys(environmentOf(env, name)).filter((variable) => variable.endsWith('DATABASE_URL'));
  assert.deepEqual(told('api'), ['ACCESS_DATABASE_URL', 'API_DATABASE_URL', 'JOBS_DATABASE_URL', 'VAULT_DATABASE_URL']);
  assert.deepEqual(told('lti'), ['LTI_DATABASE_URL']);
  assert.deepEqual(told('demo platform'), []);
  assert.equal(env.DATABASE_URL, owner);
});

test('an address signs in as its role, with all else of the owner’s address', () => {
  const addresses = serverAddresses(owner, passwords);
  assert.equal(addresses.LTI_DATABASE_URL, 'postgres://journeybook_lti:d4@db.example:5433/journeybook?sslmode=require');
  assert.ok(Object.values(addresses).every((address) => !address.includes('s3cret')));
});
