import type { MergedRecord, RecordEntryView } from '@journeybook/contracts';
import { useState } from 'react';
import { DoneNotice } from '../../ui/done-notice.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { showDate } from '../../ui/show-dates.js';
import { showHours } from '../../ui/show-hours.js';
import { TextButton } from '../../ui/text-button.js';
import { CorrectRecordedDialog } from './correct-recorded-dialog.js';
import { useReverseHours } from './use-record-hours.js';

interface RecordedHoursActsProps {
  readonly entry: RecordEntryView;
  readonly record: MergedRecord;
}

/** What a mentor or the sponsor does with hours on the record: correct them, or take them back, each with a reason. */
export function RecordedHoursActs({ entry, record }: RecordedHoursActsProps) {
  const [open, setOpen] = useState<'correct' | 'reverse' | null>(null);
  // There are a hundred such lines on a page: what an act needs is there once it was begun.
  const [begun, setBegun] = useState(false);
  const [done, setDone] = useState('');
  const { hours, minutes, occurredOn, reversed } = entry;
  const what = `${showHours(minutes ?? 0)} on ${showDate(occurredOn)}`;
  const begin = (act: 'correct' | 'reverse') => {
    setBegun(true);
    setDone('');
    setOpen(act);
  };
  const close = () => setOpen(null);
  const finish = (words: string) => {
    close();
    setDone(words);
  };
  return (
    <>
      {hours && !reversed && (
        <>
          <TextButton name={`Correct… ${what}`} onClick={() => begin('correct')}>
            Correct…
          </TextButton>
          <TextButton name={`Take back… ${what}`} grave onClick={() => begin('reverse')}>
            Take back…
          </TextButton>
        </>
      )}
      {begun && <DoneNotice>{done}</DoneNotice>}
      {begun && hours && (
        <>
          <CorrectRecordedDialog
            opened={open === 'correct'}
            entry={entry}
            hours={hours}
            record={record}
            onClose={close}
            onDone={finish}
          />
          <ReverseDialog
            opened={open === 'reverse'}
            what={what}
            hours={hours}
            record={record}
            onClose={close}
            onDone={finish}
          />
        </>
      )}
    </>
  );
}

interface ReverseDialogProps {
  readonly opened: boolean;
  /** `8 h on 20 Nov 2026`. */
  readonly what: string;
  readonly hours: NonNullable<RecordEntryView['hours']>;
  readonly record: MergedRecord;
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

function ReverseDialog({ opened, what, hours, record, onClose, onDone }: ReverseDialogProps) {
  const reverse = useReverseHours(record);
  return (
    <ReasonDialog
      opened={opened}
      title={`Take back ${what}?`}
      label="Why they do not count"
      description={`${record.apprentice.name} reads this, and may correct the hours and send them again.`}
      missing="Say why they do not count"
      action="Take them back"
      grave
      busy={reverse.isPending}
      error={reverse.error}
      onSubmit={(reason) =>
        reverse.mutate({ hours, reason }, { onSuccess: () => onDone(`Taken back: ${what} count no more.`) })
      }
      onClose={onClose}
    >
      They leave every total. The entry stays readable, struck, with your reason under it.
    </ReasonDialog>
  );
}
