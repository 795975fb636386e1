import type { Client, OwnAnswers } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import type { VaultField } from '@journeybook/domain';

const shownTo = (call: Client, field: VaultField): Promise<string> =>
  ownAnswersOf(call).then(
    ({ editions }) => editions[field] ?? 'not-a-question',
    () => 'not-shown',
  );

/** Gives an answer as whoever calls, over the one that their page shows now. */
export const give = async (call: Client, field: VaultField, ...values: string[]): Promise<OwnAnswers> =>
  call(endpoints.giveAnswer, { params: { field }, body: { values }, ifMatch: await shownTo(call, field) });

export const withdraw = async (call: Client, field: VaultField): Promise<OwnAnswers> =>
  call(endpoints.withdrawAnswer, { params: { field }, ifMatch: await shownTo(call, field) });

export const ownAnswersOf = (call: Client): Promise<OwnAnswers> => call(endpoints.readOwnAnswers, {});

/** Takes one registration out for the agency. */
export const exportBy = (call: Client, apprenticeship: string, reason = 'Registration with the agency') =>
  call(endpoints.exportForAgency, { params: { apprenticeship }, body: { reason } });
