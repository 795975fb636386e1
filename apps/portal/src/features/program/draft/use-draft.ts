import { endpoints, type StandardContents } from '@journeybook/contracts';
import type { StandardId } from '@journeybook/domain';
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../../api/client.js';

const keyOf = (draft: StandardId) => ['standard-draft', draft] as const;

/** A draft as the server has it. It is not read again by itself: somebody may be typing. */
export function useDraft(draft: StandardId) {
  const client = useClient();
  return useQuery({
    queryKey: keyOf(draft),
    queryFn: ({ signal }) => client(endpoints.readDraft, { params: { draft }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    // Opened again later it may be another edition.
    gcTime: 0,
  });
}

const forget = (queries: QueryClient) =>
  Promise.all([['standards'], ['differences']].map((queryKey) => queries.invalidateQueries({ queryKey })));

/** Saves the contents over the edition that was shown. */
export function useSaveDraft(draft: StandardId) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ edition, contents }: { edition: number; contents: StandardContents }) =>
      client(endpoints.editDraft, { params: { draft }, body: { contents }, ifMatch: edition }),
    onSuccess: () => forget(queries),
  });
}

/** The draft as it is now, without touching what is typed. */
export function useReadAgain(draft: StandardId) {
  const client = useClient();
  return useMutation({ mutationFn: () => client(endpoints.readDraft, { params: { draft } }) });
}

/** Makes the draft a version that never changes any more. */
export function usePublishDraft(draft: StandardId) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (edition: number) => client(endpoints.publishDraft, { params: { draft }, body: { edition } }),
    onSuccess: () => forget(queries),
  });
}

/** Takes the draft away in the edition that was shown. */
export function useDiscardDraft(draft: StandardId) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (edition: number) => client(endpoints.discardDraft, { params: { draft }, ifMatch: edition }),
    onSuccess: () => forget(queries),
  });
}
