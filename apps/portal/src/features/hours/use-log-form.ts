import type { HoursEntryView, MergedRecord } from '@journeybook/contracts';
import { minutesPerDay } from '@journeybook/domain';
import { useState } from 'react';
import { anyOf } from '../../ui/join-names.js';
import { isProblem } from '../../ui/problem-notice.js';
import { showHours } from '../../ui/show-hours.js';
import { dayTotal } from './day-total.js';
import { describeArrived, describeSent } from './describe-sent.js';
import { useLogHours } from './use-hours.js';
import type { LogDraft } from './log-draft.js';
import { useLogDraft } from './use-log-draft.js';
import { wrongTimes } from './work-details.js';

export interface LogHoursFormProps {
  readonly record: MergedRecord;
  readonly person: string;
  readonly logged: readonly HoursEntryView[];
  /** Asks the server anew for what is logged. */
  readonly reread: () => Promise<readonly HoursEntryView[]>;
}

/** The form in which hours are logged: what is typed, what is missing, and sending it until the server has it. */
export function useLogForm({ record, person, logged, reread }: LogHoursFormProps) {
  const { draft, change, clear } = useLogDraft(person);
  const [done, setDone] = useState('');
  const [missing, setMissing] = useState('');
  const log = useLogHours(record.apprenticeship);
  const total = dayTotal(logged, draft);

  const send = (submit: boolean) => {
    const incomplete = whatIsMissing(draft.lines, total);
    setMissing(incomplete);
    setDone('');
    if (incomplete) return;
    log.mutate(
      { draft, submit },
      {
        onSuccess: () => {
          setDone(describeSent(draft, submit ? anyOf(record.mentors) : null));
          clear();
        },
        onError: (error) => {
          if (isProblem(error, 'id-taken')) void dropArrived();
        },
      },
    );
  };

  /** An earlier try had arrived although its answer was lost, and was changed since: what arrived leaves the form. */
  const dropArrived = async () => {
    const entries = await reread();
    const arrived = entries.filter((entry) => draft.lines.some((line) => line.id === entry.id));
    if (arrived.length === 0) return;
    log.reset();
    setDone(describeArrived(arrived));
    const left = draft.lines.filter((line) => !arrived.some((entry) => entry.id === line.id));
    if (left.length > 0) change({ lines: left });
    else clear();
  };

  return { draft, change, log, send, total, done, missing };
}

function whatIsMissing(lines: LogDraft['lines'], total: { minutes: number }): string {
  if (lines.length === 0) return 'Choose what you worked on first.';
  if (lines.some((line) => line.minutes <= 0)) return 'Say how long you worked on each.';
  const wrong = lines.map(wrongTimes).find((words) => words !== '');
  if (wrong) return wrong;
  if (total.minutes > minutesPerDay) return `A day has 24 h; this makes ${showHours(total.minutes)}.`;
  return '';
}
