import {
  endpoints,
  type HoursEntryView,
  type MergedRecord,
  type OwnHoursEntry,
  type Shown,
} from '@journeybook/contracts';
import type { ApprenticeshipId, CalendarDate, WorkProcessCode } from '@journeybook/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';
import { readIfChanged } from '../../ui/changed-since-shown.js';
import type { LogDraft } from './log-draft.js';
import { detailsOf, detailsToSend, stillThere, type WorkDetails } from './work-details.js';

/** The apprentice's entries, newest work date first. */
export function useHours(apprenticeship: ApprenticeshipId) {
  const client = useClient();
  return useQuery({
    queryKey: ['hours', apprenticeship],
    queryFn: ({ signal }) => client(endpoints.listHours, { params: { apprenticeship }, signal }),
    select: (answer) => answer.entries,
  });
}

function useHoursRefresh(apprenticeship: ApprenticeshipId) {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['hours', apprenticeship] }),
      queries.invalidateQueries({ queryKey: ['record', apprenticeship] }),
    ]);
}

/** Logs the lines of the form, handed to the mentor or kept as drafts. Answers the entries as the server has them. */
export function useLogHours(apprenticeship: ApprenticeshipId) {
  const client = useClient();
  const refresh = useHoursRefresh(apprenticeship);
  return useMutation({
    mutationFn: ({ draft, submit }: { draft: LogDraft; submit: boolean }) =>
      client(endpoints.logHours, {
        params: { apprenticeship },
        body: {
          workedOn: draft.workedOn,
          lines: draft.lines.map((line) => ({
            id: line.id,
            workProcess: line.workProcess,
            minutes: line.minutes,
            note: draft.note.trim(),
            ...detailsToSend(line),
          })),
          submit,
        },
      }),
    onSuccess: () => void refresh(),
  });
}

export interface Correction extends WorkDetails {
  readonly workedOn: CalendarDate;
  readonly workProcess: WorkProcessCode;
  readonly minutes: number;
  readonly note: string;
}

/** An entry as it is, to be changed from there, under the codes of today: a process that ended is left to be chosen. */
export const correctionOf = (entry: OwnHoursEntry, { processes }: Pick<MergedRecord, 'processes'>): Correction => ({
  workedOn: entry.workedOn,
  workProcess: entry.today.workProcess ?? ('' as WorkProcessCode),
  minutes: entry.minutes,
  note: entry.note,
  ...detailsOf({ ...entry, practised: stillThere(entry.today.practised, processes) }),
});

/** A correction as the API takes it. */
export const correctionToSend = ({ from, to, practised, ...rest }: Correction) => ({
  ...rest,
  ...detailsToSend({ from, to, practised }),
});

/** Corrects a draft or a returned entry as it was shown, and hands it to the mentor or keeps it as a draft. */
export function useCorrectHours(apprenticeship: ApprenticeshipId) {
  const client = useClient();
  const queries = useQueryClient();
  const refresh = useHoursRefresh(apprenticeship);
  return useMutation({
    mutationFn: (input: { entry: HoursEntryView; shown: Shown; correction: Correction; submit: boolean }) =>
      client(endpoints.correctHours, {
        params: { entry: input.entry.id },
        body: { ...correctionToSend(input.correction), submit: input.submit },
        ifMatch: input.shown,
      }),
    onSuccess: () => void refresh(),
    onError: readIfChanged(queries, ['hours', apprenticeship]),
  });
}

/** Discards a draft or a returned entry as it is shown. */
export function useDiscardHours(apprenticeship: ApprenticeshipId) {
  const client = useClient();
  const queries = useQueryClient();
  const refresh = useHoursRefresh(apprenticeship);
  return useMutation({
    mutationFn: ({ id, version }: HoursEntryView) =>
      client(endpoints.discardHours, { params: { entry: id }, ifMatch: version }),
    onSuccess: () => void refresh(),
    onError: readIfChanged(queries, ['hours', apprenticeship]),
  });
}
