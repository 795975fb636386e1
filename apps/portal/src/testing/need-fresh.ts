import type { FakeState } from './fake-api.js';
import { signedIn } from './fake-session.js';
import { refusal } from './fake-transport.js';

/** Refuses as the API does an act that could shut somebody out, or let another in. */
export function needFresh(state: FakeState): void {
  signedIn(state);
  if (!state.secondFactor.fresh) throw refusal(403, 'fresh-sign-in-needed', 'Show once more that it is you.');
}
