import { endpoints, type MergedRecord, type RecordEntryView } from '@journeybook/contracts';
import type { ApprenticeshipId, WorkProcessCode } from '@journeybook/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';
import { type Correction, correctionToSend } from './use-hours.js';

/** The hours entry behind a credit on the record, as it was shown. */
export type RecordedHours = NonNullable<RecordEntryView['hours']>;

function useRecordRefresh(apprenticeship: ApprenticeshipId) {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      [['record', apprenticeship], ['hours', apprenticeship], ['apprenticeships']].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
}

/** Corrects hours that are on the record: the first credit is reversed, another one takes its place. */
export function useCorrectRecordedHours({ apprenticeship }: Pick<MergedRecord, 'apprenticeship'>) {
  const client = useClient();
  const refresh = useRecordRefresh(apprenticeship);
  return useMutation({
    mutationFn: (input: { hours: RecordedHours; correction: Correction; reason: string }) =>
      client(endpoints.correctRecordedHours, {
        params: { entry: input.hours.id },
        body: { ...correctionToSend(input.correction), version: input.hours.version, reason: input.reason },
      }),
    onSuccess: () => refresh(),
  });
}

/** Takes approved hours out of the totals; the apprentice has them back with the reason. */
export function useReverseHours({ apprenticeship }: Pick<MergedRecord, 'apprenticeship'>) {
  const client = useClient();
  const refresh = useRecordRefresh(apprenticeship);
  return useMutation({
    mutationFn: ({ hours, reason }: { hours: RecordedHours; reason: string }) =>
      client(endpoints.reverseHours, {
        params: { entry: hours.id },
        body: { version: hours.version, reason },
      }),
    onSuccess: () => refresh(),
  });
}

/** Lets minutes above the maximum of a work process count. */
export function useApproveVariance({ apprenticeship }: Pick<MergedRecord, 'apprenticeship'>) {
  const client = useClient();
  const refresh = useRecordRefresh(apprenticeship);
  return useMutation({
    mutationFn: (variance: { workProcess: WorkProcessCode; minutes: number; shownMinutes: number; reason: string }) =>
      client(endpoints.approveVariance, { params: { apprenticeship }, body: variance }),
    // Also when it is refused: somebody may have approved one meanwhile.
    onSettled: () => refresh(),
  });
}
