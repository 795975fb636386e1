import { type Client, endpoints } from '@journeybook/contracts';
import type { ApprenticeshipId } from '@journeybook/domain';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useClient } from './client.js';

/** The merged record of an apprenticeship. */
export const recordQuery = (client: Client, apprenticeship: ApprenticeshipId) =>
  queryOptions({
    queryKey: ['record', apprenticeship],
    queryFn: ({ signal }) => client(endpoints.readRecord, { params: { apprenticeship }, signal }),
  });

/** The merged record, read again when the page comes back into sight. */
export const useRecord = (apprenticeship: ApprenticeshipId) => useQuery(recordQuery(useClient(), apprenticeship));
