import type { RosterRow } from '@journeybook/contracts';

/** Who a learner is by now, after somebody else said so. */
export const sayMatch = ({ match }: RosterRow): string =>
  match.state === 'matched'
    ? `A colleague has said meanwhile that this is ${match.apprentice.name}.`
    : 'A colleague has said meanwhile who this is not.';
