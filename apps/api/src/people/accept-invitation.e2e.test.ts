import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { foundry } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserOf, goodPassword, inviteBy, joined, linkTo, newAddress } from '../testing/invite.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let fred: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  fred = await api.as(people.foundryAdmin);
});
afterAll(() => api.stop());

const rolesOf = async (call: Client) =>
  (await call(endpoints.currentSession, {})).roles.map(({ role, organization }) => `${role} ${organization.name}`);
const accept = (call: Client, token: string, part: object = {}) =>
  call(endpoints.acceptInvitation, { body: { token, name: 'Nina Newcomer', password: goodPassword, ...part } });

describe('the link of an invitation', () => {
  test('shows who invites to what, and asks a new address for a password', async () => {
    const { email, expiresAt } = await inviteBy(fred);
    const token = await linkTo(api, email);
    expect(await api.nobody(endpoints.openInvitation, { body: { token } })).toEqual({
      organization: 'Northfield Castings',
      role: 'mentor',
      invitedBy: 'Fred Foundry',
      name: 'Nina Newcomer',
      email,
      expiresAt,
      needs: 'password',
    });
  });
  test('makes a person with a password and the role, signed in', async () => {
    const { call, email, session } = await joined(api, fred);
    expect(session).toMatchObject({ person: { name: 'Nina Newcomer', email } });
    expect(await rolesOf(call)).toEqual(['mentor Northfield Castings']);
    const again = browserOf(api);
    await again(endpoints.signIn, { body: { email, password: goodPassword } });
    expect(await rolesOf(again)).toEqual(['mentor Northfield Castings']);
  });
  test('opens once: of two who come at once, one wins', async () => {
    const { email } = await inviteBy(fred);
    const token = await linkTo(api, email);
    const [one, other] = [browserOf(api), browserOf(api)];
    const passwords = ['copper lathe winter seven', 'silver drill summer nine'];
    const both = await Promise.allSettled([
      accept(one, token, { password: passwords[0] }),
      accept(other, token, { password: passwords[1] }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await problemOf(accept(browserOf(api), token))).toMatchObject({ status: 410, facts: { why: 'used' } });
    const signIns = await Promise.allSettled(
      passwords.map((password) => api.nobody(endpoints.signIn, { body: { email, password } })),
    );
    expect(signIns.map(({ status }) => status)).toEqual(both.map(({ status }) => status));
    const rows = await api.database.transaction(({ runSql }) =>
      runSql('select 1 from memberships m join people p on p.id = m.person_id where p.email = $1', [email]),
    );
    expect(rows).toHaveLength(1);
  });
  test('makes nothing of what is refused, and opens again', async () => {
    const { email } = await inviteBy(fred);
    const token = await linkTo(api, email);
    const refusals = [
      ['short', '422 password-too-short'],
      ['x'.repeat(513), '422 password-too-long'],
      ['Password123!', '422 password-common'],
      [email, '422 password-personal'],
    ] as const;
    for (const [password, refusal] of refusals)
      expect(await refusalOf(accept(api.nobody, token, { password }))).toBe(refusal);
    expect(await refusalOf(accept(api.nobody, token, { name: '  ' }))).toBe('400 invalid-request');
    expect(await api.database.read.people.findByEmail(email)).toBeNull();
    expect((await accept(browserOf(api), token)).person.email).toBe(email);
  });
  test.each(['', 'x'.repeat(43), 'x'.repeat(101)])('that is none opens nothing: %s', async (token) => {
    const refusal = token.length === 43 ? '410 invitation-over' : '400 invalid-request';
    expect(await refusalOf(api.nobody(endpoints.openInvitation, { body: { token } }))).toBe(refusal);
    expect(await refusalOf(accept(api.nobody, token))).toBe(refusal);
    expect(await refusalOf(fred(endpoints.joinByInvitation, { body: { token } }))).toBe(refusal);
  });
});

describe('an address with an account', () => {
  test('signs in, and has one role more', async () => {
    const { email } = await inviteBy(fred, { email: people.mona.email });
    const token = await linkTo(api, email);
    expect((await api.nobody(endpoints.openInvitation, { body: { token } })).needs).toBe('sign-in');
    expect(await refusalOf(accept(api.nobody, token))).toBe('409 sign-in-instead');
    const mona = await api.as(people.mona);
    const session = await mona(endpoints.joinByInvitation, { body: { token } });
    expect(session.roles).toHaveLength(2);
    expect(await rolesOf(mona)).toEqual(['mentor Northfield Castings', 'mentor River Mill']);
    expect(await refusalOf(mona(endpoints.joinByInvitation, { body: { token } }))).toBe('410 invitation-over');
  });
  test('is taken by nobody else who is signed in', async () => {
    const { email } = await inviteBy(fred, { email: people.zoe.email });
    const token = await linkTo(api, email);
    const bela = await api.as(people.bela);
    expect(await refusalOf(bela(endpoints.joinByInvitation, { body: { token } }))).toBe('403 invited-as-another');
    expect(await rolesOf(bela)).toEqual(['apprentice River Mill']);
  });
  test('that came to be by another link has to sign in for the second', async () => {
    const email = newAddress();
    await inviteBy(fred, { email });
    const mentor = await linkTo(api, email);
    await inviteBy(fred, { email, role: 'employer-admin' });
    const administrator = await linkTo(api, email);
    const [one, other] = [browserOf(api), browserOf(api)];
    const both = await Promise.allSettled([accept(one, mentor), accept(other, administrator)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const [winner, left] = both[0]?.status === 'fulfilled' ? [one, administrator] : [other, mentor];
    await winner(endpoints.joinByInvitation, { body: { token: left } });
    expect(await rolesOf(winner)).toEqual(['employer-admin Northfield Castings', 'mentor Northfield Castings']);
  });
  test('known without a password keeps its name and gets a sign-in', async () => {
    const cora = await api.as(people.councilAdmin);
    const { apprenticeship } = await cora(endpoints.draftAgreement, {
      body: {
        id: crypto.randomUUID(),
        sponsor: (await cora(endpoints.currentSession, {})).roles[0]?.organization.id ?? '',
        employer: foundry,
        standard: (await api.database.read.apprenticeships.listOf(people.ada.id))[0]?.standard ?? '',
        beganOn: '2026-03-02',
        apprentice: { name: 'Dora Drafted', email: 'dora@people.example' },
      },
    });
    const invitation = await fred(endpoints.inviteApprentice, { params: { apprenticeship }, body: { email: null } });
    expect(invitation).toMatchObject({ role: 'apprentice', email: 'dora@people.example', name: 'Dora Drafted' });
    const call = browserOf(api);
    const session = await accept(call, await linkTo(api, 'dora@people.example'), { name: 'Somebody Else' });
    expect(session).toMatchObject({ person: { name: 'Dora Drafted' }, ownApprenticeship: apprenticeship });
    expect(await rolesOf(call)).toEqual(['apprentice Northfield Castings']);
  });
});
