import { endpoints, type SectionView, type Shown } from '@journeybook/contracts';
import type { ApprenticeshipId, LmsIdentityId, Minutes, RecordEntryId } from '@journeybook/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { useClient } from '../../api/client.js';
import { readIfChanged } from '../../ui/changed-since-shown.js';
import type { ProposedMatch } from './propose-matches.js';

const sectionKey = ['section'] as const;
const pollMs = 2_000;

/** Whether something is under way at the learning platform that will change what is shown. */
export const isMoving = (section: SectionView | undefined): boolean =>
  section !== undefined &&
  (section.roster.state === 'reading' ||
    section.results.state === 'reading' ||
    section.learners.some((row) => row.push?.state === 'waiting'));

/** The course that was launched from; asked for again while roster or grades are read or a score is on its way. */
export function useSection() {
  const client = useClient();
  return useQuery({
    queryKey: sectionKey,
    queryFn: ({ signal }) => client(endpoints.readSection, { signal }),
    refetchInterval: (query) => (isMoving(query.state.data) ? pollMs : false),
  });
}

/** Says which RTI course this is, over what was shown. */
export function useMapCourse() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ shown, ...body }: z.input<typeof endpoints.mapCourse.body> & { shown: Shown }) =>
      client(endpoints.mapCourse, { body, ifMatch: shown }),
    onSuccess: (section) => queries.setQueryData(sectionKey, section),
    onError: readIfChanged(queries, sectionKey),
  });
}

/** Asks for the roster and the grades to be read again; the section then says `reading`. */
export function useReadRoster() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => client(endpoints.readRoster, {}),
    onSuccess: () => queries.invalidateQueries({ queryKey: sectionKey }),
  });
}

export interface Match {
  readonly identity: LmsIdentityId;
  readonly apprenticeship: ApprenticeshipId;
  /** The edition of the learner as it was shown. */
  readonly shown: Shown;
}

/** Confirms that a learner is this apprentice, over who they were as it was shown. */
export function useMatchLearner() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ identity, apprenticeship, shown }: Match) =>
      client(endpoints.matchLearner, { params: { identity }, body: { apprenticeship }, ifMatch: shown }),
    onSuccess: () => queries.invalidateQueries({ queryKey: sectionKey }),
    onError: readIfChanged(queries, sectionKey),
  });
}

/** Says that a learner is not the apprentice suggested; it is remembered for everybody. */
export function useDeclineSuggestion() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ identity, apprenticeship }: { identity: LmsIdentityId; apprenticeship: ApprenticeshipId }) =>
      client(endpoints.declineSuggestion, { params: { identity }, body: { apprenticeship } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: sectionKey }),
  });
}

/** Takes a match back, as it was shown: the learner no longer sees the record. */
export function useUnmatchLearner() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ identity, shown }: Omit<Match, 'apprenticeship'>) =>
      client(endpoints.unmatchLearner, { params: { identity }, ifMatch: shown }),
    onSuccess: () => queries.invalidateQueries({ queryKey: sectionKey }),
    onError: readIfChanged(queries, sectionKey),
  });
}

/** Confirms of several learners at once that they are these apprentices, each as it was shown. */
export function useMatchLearners() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (proposed: readonly ProposedMatch[]) =>
      client(endpoints.matchLearners, {
        body: {
          learners: proposed.map(({ identity, apprenticeship, edition }) => ({ identity, apprenticeship, edition })),
        },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: sectionKey }),
  });
}

/** Takes several matches back that were just made; the apprentices are suggested again. */
export function useUndoMatches() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (matched: readonly ProposedMatch[]) =>
      client(endpoints.undoMatches, {
        body: { learners: matched.map(({ identity, apprenticeship }) => ({ identity, apprenticeship })) },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: sectionKey }),
  });
}

export interface Confirmation {
  readonly identity: LmsIdentityId;
  /** The apprentice that is shown beside the learner. */
  readonly apprenticeship: ApprenticeshipId | null;
  /** The newest grade that is known of the learner where this is shown; null for none. */
  readonly shownPercent: number | null;
  readonly scorePercent: number | null;
  /** Where attendance is credited; null elsewhere. */
  readonly attendedMinutes: Minutes | null;
}

export interface ShownCompletions {
  readonly course: NonNullable<SectionView['mapping']>;
  readonly learners: readonly Confirmation[];
}

/** Confirms the completions as they are shown, which credits the hours and pushes the grades. */
export function useConfirmCompletions() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ course, learners }: ShownCompletions) => {
      const { rapidsCode, code, creditMode } = course;
      return client(endpoints.confirmCompletions, {
        body: { course: { rapidsCode, code, creditMode }, learners: [...learners] },
      });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: sectionKey }),
  });
}

/** Takes back what was confirmed within the last minute. */
export function useUndoCompletions() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (entries: readonly RecordEntryId[]) =>
      client(endpoints.undoCompletions, { body: { entries: [...entries] } }),
    onSettled: () => queries.invalidateQueries({ queryKey: sectionKey }),
  });
}

export interface DecidedReviews {
  readonly reviews: readonly string[];
  readonly decision: 'keep' | 'reverse';
  readonly reason: string;
}

/** Decides credits in question. */
export function useDecideReviews() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ reviews, ...body }: DecidedReviews) =>
      client(endpoints.decideReviews, { body: { ...body, reviews: [...reviews] } }),
    onSettled: () => queries.invalidateQueries({ queryKey: sectionKey }),
  });
}

/** The apprentices whose name holds what was typed. */
export function useApprenticeSearch(name: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['section-apprentices', name],
    queryFn: ({ signal }) => client(endpoints.searchApprentices, { query: name === '' ? {} : { name }, signal }),
    select: (answer) => answer.apprentices,
    placeholderData: (before) => before,
  });
}
