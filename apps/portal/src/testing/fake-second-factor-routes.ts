import { endpoints } from '@journeybook/contracts';
import type { FakeState } from './fake-api.js';
import { has, recoveryCodes, rightCode } from './fake-second-factor.js';
import { password, sessionOf, signedIn } from './fake-session.js';
import { asShown, editionOf, type FakeRoute, refusal, route } from './fake-transport.js';
import { momentAgo, named, northfield, people } from './fake-world.js';
import { needFresh } from './need-fresh.js';

function needStep(step: { kind: string; code: string }): void {
  if (step.kind === 'code' && step.code !== rightCode) throw refusal(403, 'wrong-code', 'This code is not right.');
  if (step.kind === 'recovery-code' && !recoveryCodes.includes(step.code))
    throw refusal(403, 'wrong-recovery-code', 'This recovery code is not right, or was used. Try another one.');
}

/** Second steps of sign-ins, and what an employer asks. */
export const secondFactorRoutes = (state: FakeState): FakeRoute[] => [
  ...signInRoutes(state),
  ...ownRoutes(state),
  ...policyRoutes(state),
];

const signInRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.finishSignIn, ({ body }) => {
    const who = state.secondFactor.pending;
    if (!who) throw refusal(410, 'sign-in-over', 'That took too long or was tried too often. Begin again.');
    needStep(body);
    state.secondFactor.pending = null;
    state.signedIn = people[who];
    return sessionOf(state);
  }),
  route(endpoints.askPasskeyToSignIn, () => ({
    challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    rpId: 'localhost',
    userVerification: 'required' as const,
  })),
  route(endpoints.freshenSession, ({ body }) => {
    if (body.password !== password) throw refusal(403, 'wrong-password', 'This is not your password now. Try again.');
    if (has(state.secondFactor)) needStep(body.step ?? { kind: 'code', code: '' });
    state.secondFactor.fresh = true;
  }),
];

const ownRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.readSecondFactors, () => {
    signedIn(state);
    const { authenticator, passkeys, codesLeft, comesByProvider } = state.secondFactor;
    return {
      authenticatorSince: authenticator ? momentAgo(1) : null,
      passkeys: passkeys.map((one) => ({ ...one, edition: editionOf(one.name) })),
      recoveryCodesLeft: codesLeft,
      hasPassword: true,
      comesByProvider,
    };
  }),
  route(endpoints.startAuthenticator, () => {
    needFresh(state);
    return {
      secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
      uri: 'otpauth://totp/Journeybook:lucia?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Journeybook',
    };
  }),
  route(endpoints.confirmAuthenticator, ({ body }) => {
    needStep({ kind: 'code', code: body.code });
    const first = !has(state.secondFactor);
    Object.assign(state.secondFactor, { authenticator: true, needed: 'no', ...(first ? { codesLeft: 10 } : {}) });
    return { recoveryCodes: first ? [...recoveryCodes] : null };
  }),
  route(endpoints.removeAuthenticator, () => {
    needFresh(state);
    state.secondFactor.authenticator = false;
  }),
  route(endpoints.renewRecoveryCodes, () => {
    needFresh(state);
    return { recoveryCodes: [...recoveryCodes] };
  }),
  route(endpoints.renamePasskey, ({ params, body, shown }) => {
    const renamed = state.secondFactor.passkeys.find((one) => one.id === params['passkey']);
    if (!renamed) throw refusal(404, 'not-found', 'There is nothing here that you may see.');
    asShown(shown, editionOf(renamed.name));
    renamed.name = body.name;
  }),
  route(endpoints.removePasskey, ({ params }) => {
    needFresh(state);
    const { secondFactor } = state;
    secondFactor.passkeys = secondFactor.passkeys.filter((one) => one.id !== params['passkey']);
  }),
];

const policyRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.listSecondFactors, () => {
    if (!signedIn(state).roles.some(({ role }) => role === 'employer-admin')) return { organizations: [] };
    const { asked, withOne } = state.secondFactor;
    return {
      organizations: [
        {
          organization: named(northfield),
          kind: 'employer' as const,
          mayAsk: ['employer-admin' as const, 'mentor' as const, 'apprentice' as const],
          ...asked,
          edition: editionOf(asked),
          people: [people.erin, people.lucia, people.marcus].map((one) => ({
            person: named(one),
            roles: one.roles.map(({ role }) => role),
            hasSecondFactor: withOne.has(one.id),
            mayReset: withOne.has(one.id) && one.id !== state.signedIn?.id,
            maySignOut: one.id !== state.signedIn?.id,
          })),
        },
      ],
    };
  }),
  route(endpoints.requireSecondFactor, ({ body, shown }) => {
    needFresh(state);
    asShown(shown, editionOf(state.secondFactor.asked));
    state.secondFactor.asked = {
      roles: body.roles as never,
      requiredFrom: body.roles.length > 0 ? body.requiredFrom : null,
    };
  }),
  route(endpoints.resetSecondFactor, ({ params }) => {
    needFresh(state);
    state.secondFactor.withOne.delete(params['person'] ?? '');
  }),
  route(endpoints.signOutSomebody, () => needFresh(state)),
];
