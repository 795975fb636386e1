import type { FakeState } from './fake-api.js';
import { refusal } from './fake-transport.js';
import { fakeId, momentAgo, people } from './fake-world.js';

/** What somebody who is signed in has beside the password, and what is asked of them. */
export interface FakeSecondFactor {
  authenticator: boolean;
  codesLeft: number;
  passkeys: { id: string; name: string; createdAt: string; lastUsedAt: string | null }[];
  needed: 'no' | 'soon' | 'now';
  requiredFrom: string | null;
  /** Whether they proved lately who they are. */
  fresh: boolean;
  /** Whether they have come in by their organisation's provider. */
  comesByProvider: boolean;
  /** Who gave the right password and not yet the second step. */
  pending: keyof typeof people | null;
  asked: { roles: ('mentor' | 'employer-admin' | 'apprentice')[]; requiredFrom: string | null };
  readonly withOne: Set<string>;
}

export const fakeSecondFactor = (): FakeSecondFactor => ({
  authenticator: false,
  codesLeft: 0,
  passkeys: [],
  needed: 'no',
  requiredFrom: null,
  fresh: true,
  comesByProvider: false,
  pending: null,
  asked: { roles: [], requiredFrom: null },
  withOne: new Set([people.lucia.id]),
});

/** The code that the app shows, always. */
export const rightCode = '123456';
export const recoveryCodes: readonly string[] = Array.from({ length: 10 }, (_, index) => `abcd${index}-efghj`);

/** Whether a password alone does not let in. */
export const has = ({ authenticator, passkeys }: FakeSecondFactor): boolean => authenticator || passkeys.length > 0;

/** Refuses as the API does when more than the password is asked for. */
export function askSecondStep(state: FakeState, who: keyof typeof people): void {
  if (!has(state.secondFactor)) return;
  state.secondFactor.pending = who;
  throw refusal(403, 'second-factor-asked', 'The password is right. Now give the second step.', {
    facts: { ways: ['code', 'recovery-code'] },
  });
}

/** A passkey that is there already. */
export const fakePasskey = (name: string): FakeSecondFactor['passkeys'][number] => ({
  id: fakeId(),
  name,
  createdAt: momentAgo(5),
  lastUsedAt: momentAgo(1),
});
