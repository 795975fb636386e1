import { endpoints } from '@journeybook/contracts';
import type { StandardId } from '@journeybook/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';
import { inBase64 } from '../../api/in-base64.js';

/** Published versions and, for their sponsor, drafts. */
export function useStandards() {
  const client = useClient();
  return useQuery({
    queryKey: ['standards'],
    queryFn: ({ signal }) => client(endpoints.listStandards, { signal }),
  });
}

/** One published version. */
export function useStandard(standard: StandardId) {
  const client = useClient();
  return useQuery({
    queryKey: ['standard', standard],
    queryFn: ({ signal }) => client(endpoints.readStandard, { params: { standard }, signal }),
  });
}

/** What differs from one version to another, by code. */
export function useDifferences(standard: StandardId, other: StandardId) {
  const client = useClient();
  return useQuery({
    queryKey: ['differences', standard, other],
    queryFn: ({ signal }) =>
      client(endpoints.compareStandards, { params: { standard }, query: { with: other }, signal }),
  });
}

/** Begins a draft from a published version, or from the IMT program. */
export function useCreateDraft() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { from: StandardId | null; version: string }) => client(endpoints.createDraft, { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['standards'] }),
  });
}

/** Makes a draft of a file; a file with faults changes nothing. */
export function useImportDraft() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (file: File) =>
      client(endpoints.importDraft, { body: { fileName: file.name, contentBase64: await inBase64(file) } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['standards'] }),
  });
}
