import type { Client, OwnAnswers } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import type { VaultField } from '@journeybook/domain';

/** Gives an answer as whoever calls. */
export const give = (call: Client, field: VaultField, ...values: string[]): Promise<OwnAnswers> =>
  call(endpoints.giveAnswer, { params: { field }, body: { values } });

export const withdraw = (call: Client, field: VaultField): Promise<OwnAnswers> =>
  call(endpoints.withdrawAnswer, { params: { field } });

export const ownAnswersOf = (call: Client): Promise<OwnAnswers> => call(endpoints.readOwnAnswers, {});

/** Takes one registration out for the agency. */
export const exportBy = (call: Client, apprenticeship: string, reason = 'Registration with the agency') =>
  call(endpoints.exportForAgency, { params: { apprenticeship }, body: { reason } });
