import { randomUUID } from 'node:crypto';
import type { Tables } from '@journeybook/database';
import { newId } from '@journeybook/database';
import { now } from '@journeybook/domain/testing';
import type { Row } from './add-rows.js';
import { addRows } from './add-rows.js';
import type { Side } from './side.js';

const hash = () => Buffer.from(randomUUID());
const expires_at = '2026-12-31T00:00:00.000Z';

/** What a side's people have to do with signing in, where it is not done over HTTP. Nobody is asked for any of it yet. */
export const addDoors = (tables: Tables, side: Side): Promise<void> =>
  addRows(tables, [...secondFactors(side), ...sessions(side), ...provider(side)]);

const secondFactors = ({ mark, works, boss, admin, guide }: Side): Row[] => [
  [
    'second_factor_policies',
    { organization_id: works, roles: ['mentor'], required_from: '2027-01-01', set_by: boss.id, set_at: now },
  ],
  [
    'passkeys',
    {
      id: newId(),
      person_id: admin.id,
      credential_id: `${mark}-${randomUUID()}`,
      public_key: hash(),
      counter: 0,
      transports: [],
      name: `${mark} phone`,
      created_at: now,
    },
  ],
  ['passkey_challenges', { holder_hash: hash(), purpose: 'sign-in', challenge: `${mark} challenge`, expires_at }],
  ['code_tries', { person_id: guide.id, wrong: 1 }],
  ['pending_sign_ins', { token_hash: hash(), person_id: admin.id, tries_left: 5, expires_at }],
];

const sessions = ({ mark, guide }: Side): Row[] => [
  [
    'sessions',
    {
      token_hash: hash(),
      person_id: guide.id,
      created_at: now,
      last_used_at: now,
      proven_at: now,
      expires_at,
      device: `${mark} tablet`,
    },
  ],
  ['password_resets', { token_hash: hash(), person_id: guide.id, created_at: now, expires_at }],
  ['known_devices', { token_hash: hash(), person_id: guide.id, last_used_at: now }],
  [
    'idempotency_keys',
    {
      caller: `person ${guide.id}`,
      key: randomUUID(),
      request_hash: hash(),
      state: 'committed',
      began_at: now,
      expires_at,
    },
  ],
];

/** The provider of the side's own employer; it is not on, so that nobody has to sign in with it. */
function provider({ mark, works, boss, guide }: Side): Row[] {
  const domain = `${mark.toLowerCase()}.example`;
  const issuer = `https://${domain}`;
  const [organization_id, id] = [works, newId()];
  const edited = { edited_at: now, edited_by: boss.id };
  return [
    ['providers', { organization_id, issuer, client_id: `${mark} client`, sealed_secret: 'sealed', ...edited }],
    ['provider_domains', { organization_id, domain, requested_by: boss.id, requested_at: now }],
    [
      'provider_links',
      {
        id,
        organization_id,
        issuer,
        subject: mark,
        person_id: guide.id,
        confirmed: true,
        linked_at: now,
        last_used_at: now,
      },
    ],
    [
      'provider_attempts',
      {
        state_hash: hash(),
        browser_hash: hash(),
        organization_id,
        edition: 1,
        purpose: 'sign-in',
        sealed: 'sealed',
        expires_at,
      },
    ],
  ];
}
