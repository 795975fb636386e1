import type { RosterRow } from '@journeybook/contracts';

/** What a learner is called: the name, else whatever the platform tells. */
export const learnerName = (row: RosterRow): string => row.name ?? row.email ?? row.sisId ?? 'Learner without a name';
