import { endpoints, type MergedRecord, type RecordEntryView } from '@journeybook/contracts';
import { voidableKinds } from '@journeybook/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '../../api/client.js';
import { DoneNotice } from '../../ui/done-notice.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { TextButton } from '../../ui/text-button.js';
import { describeEntry } from './describe-entry.js';

/** Whether the sponsor may void entries of this kind; hours and sign-offs have ways of their own. */
export const isVoidable = ({ kind }: Pick<RecordEntryView, 'kind'>): boolean =>
  (voidableKinds as readonly string[]).includes(kind);

interface VoidEntryProps {
  readonly entry: RecordEntryView;
  readonly record: MergedRecord;
}

/** The sponsor takes an entry that was made by mistake out of every total, with a reason; both stay readable. */
export function VoidEntry({ entry, record }: VoidEntryProps) {
  const [opened, setOpened] = useState(false);
  const [done, setDone] = useState('');
  const voiding = useVoidEntry(record);
  const what = [describeEntry(entry, record.levels), entry.subject?.title].filter(Boolean).join(' · ');
  const submit = (reason: string) =>
    voiding.mutate(
      { entry, reason },
      {
        onSuccess: () => {
          setOpened(false);
          setDone('Voided: it counts no more.');
        },
      },
    );
  return (
    <>
      {!entry.reversed && (
        <TextButton name={`Void… ${what}`} grave onClick={() => setOpened(true)}>
          Void…
        </TextButton>
      )}
      <DoneNotice>{done}</DoneNotice>
      <ReasonDialog
        opened={opened}
        title="Void this entry?"
        label="Why it does not stand"
        description="It leaves every total and stays readable, struck, with this reason under it."
        missing="Say why it does not stand"
        action="Void the entry"
        grave
        busy={voiding.isPending}
        error={voiding.error}
        onSubmit={submit}
        onClose={() => setOpened(false)}
      >
        <b>{what}</b>
      </ReasonDialog>
    </>
  );
}

function useVoidEntry({ apprenticeship }: MergedRecord) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ entry, reason }: { entry: RecordEntryView; reason: string }) =>
      client(endpoints.voidEntry, { params: { apprenticeship, entry: entry.id }, body: { reason } }),
    onSuccess: () =>
      Promise.all(
        [['record', apprenticeship], ['competency-history', apprenticeship], ['apprenticeships']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
  });
}
