import type { PaidHoursList, PaidHoursView } from '@journeybook/contracts';
import type { PaidHours } from '@journeybook/domain';
import { editionOf } from '../http/edition.js';

/** What an employer paid, as one thing that is edited: periods may not overlap, so each depends on all the others. */
export const presentPaidHours = (periods: readonly PaidHoursView[]): PaidHoursList => ({
  edition: editionOfPaid(periods),
  periods: [...periods],
});

/** What was logged meanwhile changes nothing that was said. */
export const editionOfPaid = (periods: readonly PaidHours[]): string =>
  editionOf(periods.map(({ from, until, minutes }) => [from, until, minutes]));
