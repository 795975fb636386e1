import type { PersonActor, Result } from '@journeybook/domain';
import type { FakeState } from './fake-api.js';
import { signedIn } from './fake-session.js';
import { refusal } from './fake-transport.js';

/** What the API would say to a person about a refusal; the pages show it as it is. */
const words: Readonly<Record<string, string>> = {
  'notice-missing': 'After probation, tell the apprentice first what has to be put right, and name the day.',
  'notice-too-short': 'The apprentice has had too little time to put things right.',
  'future-date': 'This date is in the future. Choose the day it happened.',
  'before-last-change': 'The agreement changed after that day already.',
  'agreement-open': 'This person has an open agreement in this occupation already.',
  'guardian-missing': 'A guardian signs for somebody so young.',
  'too-young': 'The apprentice is too young on the first day.',
  'another-occupation': 'An apprentice goes over only within the occupation. A new one is a new agreement.',
  'already-assigned': 'This person is assigned in that time already.',
  'over-standing-cap': 'That is more than the agency lets be granted.',
  'below-step-rate': 'The step pays more than that.',
  'reported-before-change': 'It cannot be reported before it happened.',
  'wage-falls': 'A wage does not fall.',
  'requester-cannot-decide': 'Whoever asked does not decide.',
};

export const inWords = (kind: string): string => words[kind] ?? `Refused: ${kind}.`;

/** The person who is signed in, as the rules know them. */
export function actorOf(state: FakeState): PersonActor {
  const { id, roles } = signedIn(state);
  const held = roles.map(({ role, organization }) => ({ role, organization: organization.id }));
  return { kind: 'person', person: id, roles: held } as unknown as PersonActor;
}

/** What a rule of the domain decided; its refusal is answered as the API would. */
export function decided<Value>(result: Result<Value, { readonly kind: string }>): Value {
  if (result.ok) return result.value;
  throw refusal(422, result.refusal.kind, inWords(result.refusal.kind));
}
