import { type CreateSectionBody, endpoints, type Shown, type TaughtSectionView } from '@journeybook/contracts';
import type { ApprenticeshipId, LmsIdentityId, RecordEntryId, SectionId } from '@journeybook/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../../api/client.js';
import { inBase64 } from '../../../api/in-base64.js';
import { readIfChanged } from '../../../ui/changed-since-shown.js';
import type { Confirmation, DecidedReviews } from '../use-section.js';

const listKey = ['taught-sections'] as const;
const oneKey = (section: SectionId) => ['taught-sections', section] as const;

/** The sections that this person teaches, and where they may begin another. */
export function useTaughtSections() {
  const client = useClient();
  return useQuery({ queryKey: listKey, queryFn: ({ signal }) => client(endpoints.listTaughtSections, { signal }) });
}

export function useTaughtSection(section: SectionId) {
  const client = useClient();
  return useQuery({
    queryKey: oneKey(section),
    queryFn: ({ signal }) => client(endpoints.readTaughtSection, { params: { section }, signal }),
  });
}

export function useCreateSection() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: CreateSectionBody) => client(endpoints.createSection, { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: listKey }),
  });
}

/** Apprentices who may attend and whose name holds what was typed. */
export function useAttendeeSearch(section: SectionId, name: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['attendee-choices', section, name],
    queryFn: ({ signal }) =>
      client(endpoints.searchAttendees, { params: { section }, query: name === '' ? {} : { name }, signal }),
    select: (answer) => answer.apprentices,
    placeholderData: (before) => before,
  });
}

export function useAddAttendees(section: SectionId) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (apprenticeships: readonly ApprenticeshipId[]) =>
      client(endpoints.addAttendees, { params: { section }, body: { apprenticeships: [...apprenticeships] } }),
    onSuccess: (view) => queries.setQueryData(oneKey(section), view),
  });
}

export function useRemoveAttendee(section: SectionId) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (identity: LmsIdentityId) => client(endpoints.removeAttendee, { params: { section, identity } }),
    onSuccess: (view) => queries.setQueryData(oneKey(section), view),
  });
}

/** Keeps grades and attendance, over those that were shown; nothing is credited by it. */
export function useRecordResults(section: SectionId) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ learners, shown }: { learners: readonly Confirmation[]; shown: Shown }) =>
      client(endpoints.recordResults, {
        params: { section },
        body: {
          learners: learners.map(({ apprenticeship: _apprenticeship, shownPercent: _shown, ...result }) => result),
        },
        ifMatch: shown,
      }),
    onSuccess: (view) => queries.setQueryData(oneKey(section), view),
    onError: readIfChanged(queries, oneKey(section)),
  });
}

/** The same from a file; one with faults changes nothing. */
export function useImportResults(section: SectionId) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (file: File) =>
      client(endpoints.importResults, {
        params: { section },
        body: { fileName: file.name, contentBase64: await inBase64(file) },
      }),
    onSuccess: (answer) => queries.setQueryData(oneKey(section), answer.section),
  });
}

/** Confirms the completions as they are shown, which credits the hours. */
export function useConfirmTaught({ id: section, course, creditMode }: TaughtSectionView) {
  const client = useClient();
  const queries = useQueryClient();
  const { rapidsCode, code } = course;
  return useMutation({
    mutationFn: (learners: readonly Confirmation[]) =>
      client(endpoints.confirmTaught, {
        params: { section },
        body: { course: { rapidsCode, code, creditMode }, learners: [...learners] },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: oneKey(section) }),
  });
}

export function useUndoTaught(section: SectionId) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (entries: readonly RecordEntryId[]) =>
      client(endpoints.undoTaught, { params: { section }, body: { entries: [...entries] } }),
    onSettled: () => queries.invalidateQueries({ queryKey: oneKey(section) }),
  });
}

export function useDecideTaughtReviews(section: SectionId) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ reviews, ...body }: DecidedReviews) =>
      client(endpoints.decideTaughtReviews, { params: { section }, body: { ...body, reviews: [...reviews] } }),
    onSettled: () => queries.invalidateQueries({ queryKey: oneKey(section) }),
  });
}
