import { type Client, endpoints, type RecordEntries } from '@journeybook/contracts';
import type { ApprenticeshipId } from '@journeybook/domain';

export interface EntriesQuery {
  readonly subject?: 'work-process' | 'course' | 'competency';
  readonly code?: string;
  readonly before?: number;
}

/** Where the entries behind a number come from: the portal's record, or the own record of a launch. */
export interface EntriesSource {
  readonly key: string;
  readonly load: (query: EntriesQuery, signal: AbortSignal) => Promise<RecordEntries>;
}

/** The entries of an apprenticeship, for somebody who is signed in. */
export const entriesOf = (client: Client, apprenticeship: ApprenticeshipId): EntriesSource => ({
  key: apprenticeship,
  load: (query, signal) => client(endpoints.listEntries, { params: { apprenticeship }, query, signal }),
});

/** The entries of the learner who launched. */
export const entriesOfLaunch = (client: Client): EntriesSource => ({
  key: 'launch',
  load: (query, signal) => client(endpoints.ownLaunchEntries, { query, signal }),
});
