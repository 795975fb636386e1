import { closedStatuses } from '@journeybook/domain';

/** The statuses of an agreement that is over, for `in (…)`. */
export const closedList = closedStatuses.map((status) => `'${status}'`).join(', ');
