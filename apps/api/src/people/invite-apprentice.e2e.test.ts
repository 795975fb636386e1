import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { draftBy } from '../testing/agreement.js';
import { asOwner } from '../testing/as-owner.js';
import { becomes } from '../testing/change-agreement.js';
import { browserOf, goodPassword, linkTo, newAddress } from '../testing/invite.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { agreements, buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let fred: Client;
let cora: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  fred = await api.as(people.foundryAdmin);
  cora = await api.as(people.councilAdmin);
});
afterAll(() => api.stop());

const drafted = async () => {
  const { apprenticeship } = await draftBy(cora);
  return { params: { apprenticeship } };
};
const read = (call: Client, asked: { params: { apprenticeship: string } }) =>
  call(endpoints.readApprenticeSignIn, asked);
const invite = (call: Client, asked: { params: { apprenticeship: string } }, email: string | null = newAddress()) =>
  call(endpoints.inviteApprentice, { ...asked, body: { email } });

describe('an apprentice without a sign-in', () => {
  test('is sent a link by the employer or the sponsor, and comes in with it', async () => {
    const asked = await drafted();
    expect(await read(fred, asked)).toEqual({ hasSignIn: false, hasAddress: false, invitation: null });
    const invitation = await invite(fred, asked);
    expect(await read(cora, asked)).toEqual({ hasSignIn: false, hasAddress: false, invitation });
    const call = browserOf(api);
    const body = { token: await linkTo(api, invitation.email), name: 'Nina Newcomer', password: goodPassword };
    const session = await call(endpoints.acceptInvitation, { body });
    expect(session.ownApprenticeship).toBe(asked.params.apprenticeship);
    expect(await read(fred, asked)).toEqual({ hasSignIn: true, hasAddress: true, invitation: null });
    expect(await refusalOf(invite(fred, asked))).toBe('409 has-sign-in');
  });
  test('is invited once, and again when the one before was taken back', async () => {
    const asked = await drafted();
    expect(await refusalOf(invite(cora, asked, null))).toBe('422 address-missing');
    const both = await Promise.allSettled([invite(cora, asked), invite(fred, asked)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await refusalOf(invite(cora, asked))).toBe('409 invited-already');
    const invitation = (await read(cora, asked)).invitation?.id ?? '';
    await cora(endpoints.resendInvitation, { params: { invitation } });
    await fred(endpoints.revokeInvitation, { params: { invitation } });
    expect((await invite(cora, asked)).mailed).toBe(true);
  });
  test('does not become another person by an address that is theirs', async () => {
    const asked = await drafted();
    const invitation = await invite(fred, asked, people.mona.email);
    expect(invitation.email).toBe(people.mona.email);
    const token = await linkTo(api, people.mona.email);
    const opened = api.nobody(endpoints.openInvitation, { body: { token } });
    expect(await refusalOf(opened)).toBe('409 address-is-somebody-elses');
    const mona = await api.as(people.mona);
    expect(await refusalOf(mona(endpoints.joinByInvitation, { body: { token } }))).toBe(
      '409 address-is-somebody-elses',
    );
    expect((await mona(endpoints.currentSession, {})).ownApprenticeship).toBeNull();
  });
});

test('an invitation to an agreement that was cancelled can be taken back, and not sent again', async () => {
  const asked = await drafted();
  const { id, email } = await invite(fred, asked);
  expect((await fred(endpoints.readAgreement, asked)).invitationLeft).toBeNull();
  await asOwner(api.database, `update apprenticeships set status = 'cancelled' where id = $1`, [
    asked.params.apprenticeship,
  ]);
  const params = { invitation: id };
  const left = async (call: Client) => (await call(endpoints.readAgreement, asked)).invitationLeft;
  for (const call of [fred, cora]) expect(await left(call)).toMatchObject({ id, email });
  const mill = await api.as(people.millAdmin);
  expect(await refusalOf(mill(endpoints.revokeInvitation, { params }))).toBe('404 not-their-invitation');
  expect(await refusalOf(fred(endpoints.resendInvitation, { params }))).toBe('404 not-their-invitation');
  expect(await left(await api.as(people.auditor))).toBeNull();
  await fred(endpoints.revokeInvitation, { params });
  expect(await left(fred)).toBeNull();
  expect(await refusalOf(fred(endpoints.revokeInvitation, { params }))).toBe('410 invitation-over');
});

describe('nobody invites an apprentice', () => {
  test.each([
    ['another employer', people.millAdmin, '404 not-their-record'],
    ['another sponsor', people.elsewhereAdmin, '404 not-their-record'],
    ['their mentor', people.grace, '403 not-allowed'],
    ['the apprentice', people.ada, '403 not-allowed'],
  ] as const)('as %s', async (_, who, refusal) => {
    const asked = { params: { apprenticeship: agreements.ada.id } };
    const call = await api.as(who);
    expect(await refusalOf(read(call, asked))).toBe(refusal);
    expect(await refusalOf(invite(call, asked))).toBe(refusal);
  });
  test('by a draft that names the apprentice of another sponsor, nor learns whether they sign in', async () => {
    const { name, email } = people.zoe;
    const { apprenticeship } = await draftBy(cora, { apprentice: { name, email } });
    const asked = { params: { apprenticeship } };
    for (const call of [cora, fred]) {
      expect(await refusalOf(read(call, asked))).toBe('403 not-their-apprentice');
      expect(await refusalOf(invite(call, asked))).toBe('403 not-their-apprentice');
    }
  });
  test.each(['completed', 'cancelled'] as const)('of an agreement that is %s', async (status) => {
    const { apprenticeship } = await addApprentice(api.database);
    await becomes(api.database, apprenticeship, status);
    const asked = { params: { apprenticeship } };
    expect(await refusalOf(read(cora, asked))).toBe('403 not-their-apprentice');
    expect(await refusalOf(invite(fred, asked))).toBe('403 not-their-apprentice');
  });
  test('of an agreement whose invitation is somebody else’s to manage', async () => {
    const asked = await drafted();
    const { id } = await invite(fred, asked);
    for (const who of [people.millAdmin, people.elsewhereAdmin])
      expect(await refusalOf((await api.as(who))(endpoints.revokeInvitation, { params: { invitation: id } }))).toBe(
        '404 not-their-invitation',
      );
  });
});
