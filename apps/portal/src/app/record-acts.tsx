import type { MergedRecord, RecordEntryView } from '@journeybook/contracts';
import { VoidSignOff } from '../features/competency/void-sign-off.js';
import { ApproveVariance } from '../features/hours/approve-variance.js';
import { RecordedHoursActs } from '../features/hours/recorded-hours-acts.js';
import type { RecordActs } from '../features/record/record-acts.js';
import { isVoidable, VoidEntry } from '../features/record/void-entry.js';

/** What the reader of a record may do with its entries and its work processes, as the API says. */
export const recordActs = (record: MergedRecord): RecordActs => ({
  onEntry: (entry) => <EntryActs entry={entry} record={record} />,
  onProcess: (process) =>
    record.may.approveVariance ? <ApproveVariance key={process.code} record={record} process={process} /> : null,
});

function EntryActs({ entry, record }: { entry: RecordEntryView; record: MergedRecord }) {
  const { may, apprenticeship } = record;
  if (entry.kind === 'ojt-hours-credited')
    return may.correctHours ? <RecordedHoursActs entry={entry} record={record} /> : null;
  if (entry.kind === 'competency-attested')
    return (may.signOff || may.voidEntry) && !entry.reversed ? (
      <VoidSignOff apprenticeship={apprenticeship} entry={entry.id} title={entry.subject?.title ?? ''} />
    ) : null;
  return may.voidEntry && isVoidable(entry) ? <VoidEntry entry={entry} record={record} /> : null;
}
