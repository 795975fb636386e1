import { endpoints } from '@journeybook/contracts';
import { council } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asOwner } from '../testing/as-owner.js';
import { refusalOf } from '../testing/refusal-of.js';
import { addPasskey, setUpAuthenticator } from '../testing/second-factor.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, people } from '../testing/world.js';
import type { Letter } from '../mail/mailer.js';
import { unlockAccount } from './unlock-account.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
});
afterAll(() => api.stop());

const { councilAdmin } = people;

/** Runs the command with this typed at its question: what it said, and the letters. */
async function run(email: string, typed: string, { mailFails = false } = {}) {
  const said: string[] = [];
  const letters: Letter[] = [];
  const send = async (letter: Letter) => {
    if (mailFails) throw Object.assign(new Error(`cannot reach ${letter.to}`), { code: 'ECONNREFUSED' });
    letters.push(letter);
  };
  const ask = async (question: string) => {
    said.push(question);
    return typed;
  };
  const terminal = { say: (line: string) => void said.push(line), ask };
  const refused = await unlockAccount(email, {
    database: api.database,
    clock: api.clock,
    mailer: { send },
    terminal,
    PUBLIC_URL: 'http://journeybook.example',
  }).then(
    () => null,
    (error: Error) => error.message,
  );
  return { refused, said: said.join('\n'), letters };
}
const events = () =>
  asOwner(api.database, `select caller, person_id, action, subjects from audit_events where caller = 'operator'`);

describe('a lone administrator without phone and recovery codes', () => {
  test('is shown to whoever runs the installation, who types the address before anything changes', async () => {
    const { call } = await setUpAuthenticator(api, councilAdmin);
    const { refused, said, letters } = await run(councilAdmin.email, 'yes');
    expect(refused).toBe('Nothing was changed.');
    expect(said).toContain('Cora Council, ');
    expect(said).toContain('sponsor-admin, Northern Council');
    expect(letters).toEqual([]);
    expect(await events()).toEqual([]);
    expect(await call(endpoints.currentSession, {})).toMatchObject({ secondFactor: { has: true } });
  });
  test('comes in with the password alone after it, signed out everywhere, with a letter', async () => {
    const { refused, said, letters } = await run(councilAdmin.email.toUpperCase(), ` ${councilAdmin.email} `);
    expect(refused).toBeNull();
    expect(said).toContain('comes in with the password alone now');
    expect(letters).toMatchObject([
      {
        to: councilAdmin.email,
        text: expect.stringContaining('whoever runs this installation of Journeybook took away'),
      },
    ]);
    const session = await (await api.signedIn(councilAdmin))(endpoints.currentSession, {});
    expect(session.secondFactor.has).toBe(false);
  });
  test('has it on file as an act of whoever runs the installation, where the organization reads it', async () => {
    const [event, ...more] = await events();
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      person_id: null,
      action: 'npm run remove-second-factor',
      subjects: { person: councilAdmin.id },
    });
    const sponsor = await api.signedIn(councilAdmin);
    const { events: read } = await sponsor(endpoints.listActivity, { params: { organization: council } });
    expect(read).toContainEqual(
      expect.objectContaining({
        caller: 'operator',
        person: null,
        what: 'took the second step from somebody who was locked out',
      }),
    );
  });
});

test('sessions of before are over, passkeys too, though the letter cannot be sent', async () => {
  const { call } = await setUpAuthenticator(api, people.foundryAdmin);
  await addPasskey(call);
  const { said } = await run(people.foundryAdmin.email, people.foundryAdmin.email, { mailFails: true });
  expect(said).toContain('The letter about it was not sent (ECONNREFUSED): tell them yourself.');
  expect(await refusalOf(call(endpoints.currentSession, {}))).toBe('401 not-signed-in');
  const again = await api.signedIn(people.foundryAdmin);
  expect(await again(endpoints.readSecondFactors, {})).toMatchObject({ passkeys: [], recoveryCodesLeft: 0 });
});

test.each([
  ['nobody@people.example', 'Nobody has this e-mail address.'],
  [people.mona.email, 'has no second step: the password alone opens the account.'],
])('%s is refused in one line', async (email, words) => {
  const { refused, said } = await run(email, email);
  expect(refused).toContain(words);
  expect(said).toBe('');
});
