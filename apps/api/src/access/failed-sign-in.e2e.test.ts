import { endpoints } from '@journeybook/contracts';
import { foundry } from '@journeybook/domain/testing';
import type { TestProvider } from '@journeybook/test-provider';
import { signToken, startProvider } from '@journeybook/test-provider';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { asOwner } from '../testing/as-owner.js';
import { browserOf } from '../testing/invite.js';
import { addUser, answer, comeIn, connectFoundry, openBrowser } from '../testing/provider.js';
import { refusalOf } from '../testing/refusal-of.js';
import { addPasskey } from '../testing/second-factor.js';
import type { PasskeyQuirks, SoftPasskey } from '../testing/soft-passkey.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let provider: TestProvider;
beforeAll(async () => {
  api = await startApi({ ALLOW_LOOPBACK_PROVIDERS: 'true' });
  await buildWorld(api.database);
  provider = await startProvider();
  await connectFoundry(api, provider);
});
afterAll(async () => {
  await provider.stop();
  await api.stop();
});
afterEach(() => provider.tamper(null));

interface Kept {
  readonly person: string | null;
  readonly refusal: string;
  readonly organizations: readonly string[];
}

/** What is on file of tries to sign in that were refused, the newest last. */
const failures = (action: string): Promise<Kept[]> =>
  asOwner<Kept>(
    api.database,
    `select person_id as person, details ->> 'refusal' as refusal,
       array(select organization_id from audit_reach where event_id = e.id) as organizations
     from audit_events e where kind = 'refused' and caller = 'nobody' and action = $1 order by id`,
    [action],
  );

describe('a sign-in with a passkey that fails', () => {
  const lastOf = async (passkey: SoftPasskey, quirks: PasskeyQuirks) => {
    const call = browserOf(api);
    const proof = passkey.prove(await call(endpoints.askPasskeyToSignIn, {}), quirks);
    const refusal = await refusalOf(call(endpoints.signInWithPasskey, { body: { passkey: proof } }));
    return { refusal, kept: (await failures('POST /api/session/passkey')).at(-1) };
  };
  test('is on file with the account of the passkey, where its organizations read it, and why', async () => {
    const person = people.felix;
    const { passkey } = await addPasskey(await api.signedIn(person));
    expect(await lastOf(passkey, { userVerified: false })).toEqual({
      refusal: '403 passkey-refused',
      kept: { person: person.id, refusal: 'passkey-refused', organizations: [foundry] },
    });
    await asOwner(api.database, 'delete from passkeys where person_id = $1', [person.id]);
    expect(await lastOf(passkey, {})).toMatchObject({ kept: { person: null, refusal: 'passkey-refused' } });
  });
  test('is on file when a challenge is over', async () => {
    const call = browserOf(api);
    const person = await addApprentice(api.database);
    const { passkey } = await addPasskey(await api.signedIn(person));
    const proof = passkey.prove(await call(endpoints.askPasskeyToSignIn, {}));
    const attempt = browserOf(api)(endpoints.signInWithPasskey, { body: { passkey: proof } });
    expect(await refusalOf(attempt)).toBe('410 challenge-over');
    expect((await failures('POST /api/session/passkey')).at(-1)).toMatchObject({
      person: person.id,
      refusal: 'challenge-over',
    });
  });
});

describe('a sign-in by a provider that fails', () => {
  const last = async () => (await failures('POST /api/provider-sign-in/:organization/answer')).at(-1);
  test('is on file at the organization, without an account when the provider names none', async () => {
    provider.tamper((claims, key) => signToken({ ...claims, nonce: 'another' }, key));
    addUser(provider, people.grace.email);
    await refusalOf(comeIn(openBrowser(api), provider, { email: people.grace.email }));
    expect(await last()).toEqual({ person: null, refusal: 'provider-answer-wrong', organizations: [foundry] });
  });
  test('is on file with the account that was tried, and why', async () => {
    addUser(provider, people.grace.email, { email_verified: false });
    await refusalOf(comeIn(openBrowser(api), provider, { email: people.grace.email }));
    expect(await last()).toMatchObject({
      person: people.grace.id,
      refusal: 'provider-address-not-verified',
      organizations: [foundry],
    });
  });
  test('is on file when what came back belongs to no way', async () => {
    await refusalOf(answer(openBrowser(api), 'code=1&state=made-up'));
    expect(await last()).toMatchObject({ person: null, refusal: 'way-back-over' });
  });
  test('leaves nothing when it goes well, or asks for a second step', async () => {
    const before = await last();
    const person = { email: people.nora.email };
    addUser(provider, person.email);
    await comeIn(openBrowser(api), provider, person);
    await addPasskey(await api.signedIn(people.nora));
    expect(await refusalOf(comeIn(openBrowser(api), provider, person))).toBe('403 second-factor-asked');
    expect(await last()).toEqual(before);
  });
  test('fills no table: sixty a minute of one account are on file', async () => {
    addUser(provider, people.hugo.email, { email_verified: false });
    const ofHugo = async () =>
      (await failures('POST /api/provider-sign-in/:organization/answer')).filter(
        ({ person }) => person === people.hugo.id,
      ).length;
    for (let tried = 0; tried < 62; tried += 1)
      await refusalOf(comeIn(openBrowser(api), provider, { email: people.hugo.email }));
    expect(await ofHugo()).toBe(60);
  });
});
