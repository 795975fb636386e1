import { Button, Textarea } from '@mantine/core';
import type { MergedRecord } from '@journeybook/contracts';
import type { FormEvent } from 'react';
import { DoneNotice } from '../../ui/done-notice.js';
import { anyOf } from '../../ui/join-names.js';
import { fieldError, ProblemNotice } from '../../ui/problem-notice.js';
import { showRecentDay } from '../../ui/show-dates.js';
import { showHours } from '../../ui/show-hours.js';
import { DateField } from './date-field.js';
import { lastTime } from './last-time.js';
import css from './log-hours-form.module.css';
import { newLine } from './log-draft.js';
import { recentFirst } from './recent-first.js';
import { ProcessLines } from './process-lines.js';
import { type LogHoursFormProps, useLogForm } from './use-log-form.js';
import { lineErrors } from './work-errors.js';

/** The form that takes 20 seconds: the day, what was worked on, how long, send. */
export function LogHoursForm(props: LogHoursFormProps) {
  const { record, logged } = props;
  const { draft, change, log, send, total, done, missing } = useLogForm(props);
  const before = lastTime(logged, record.processes);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(true);
  };

  return (
    <form onSubmit={submit} className={css.form} noValidate>
      <DoneNotice>{done}</DoneNotice>
      <fieldset disabled={log.isPending} className={css.fields}>
        <DateField
          value={draft.workedOn}
          earliest={record.beganOn}
          onChange={(workedOn) => change({ workedOn })}
          error={fieldError(log.error, 'workedOn')}
        />
        {before && draft.lines.length === 0 && (
          <Button
            variant="light"
            className={css.same ?? ''}
            onClick={() =>
              change({
                lines: before.lines.map((line) => newLine(line.workProcess, line.minutes, line.details)),
                note: before.note,
              })
            }
          >
            Same as last time: {before.words}
          </Button>
        )}
        <ProcessLines
          processes={recentFirst(record.processes, logged)}
          lines={draft.lines}
          errorsOf={(index) => lineErrors(log.error, draft.lines, draft.workedOn, index)}
          onChange={(lines) => change({ lines })}
        />
        {draft.lines.length > 0 && (
          <>
            <Textarea
              label="Note"
              description="For your mentor, if there is something to say"
              autosize
              minRows={2}
              maxLength={2000}
              value={draft.note}
              onChange={(event) => change({ note: event.currentTarget.value })}
            />
            <p className={css.total}>
              <span>{showRecentDay(draft.workedOn)} altogether</span>
              <b>{showHours(total.minutes)}</b>
              {total.earlier > 0 && <span className="soft">of it {showHours(total.earlier)} logged before</span>}
            </p>
          </>
        )}
      </fieldset>
      <SendBar
        record={record}
        busy={log.isPending}
        lines={draft.lines.length}
        submitting={log.variables?.submit ?? true}
        onKeep={() => send(false)}
      />
      {missing && (
        <p role="alert" className={css.missing}>
          {missing}
        </p>
      )}
      <ProblemNotice
        error={log.error}
        retryLabel="Send again"
        onRetry={log.variables && (() => send(log.variables.submit))}
      />
      {log.error && <p className="soft">What you typed is kept on this device until it is sent.</p>}
    </form>
  );
}

interface SendBarProps {
  readonly record: MergedRecord;
  readonly busy: boolean;
  readonly lines: number;
  readonly submitting: boolean;
  readonly onKeep: () => void;
}

function SendBar({ record, busy, lines, submitting, onKeep }: SendBarProps) {
  if (lines === 0) return null;
  return (
    <div className={css.send}>
      <Button type="submit" size="lg" loading={busy && submitting} disabled={busy && !submitting}>
        Send to {anyOf(record.mentors)}
      </Button>
      <Button variant="default" size="lg" loading={busy && !submitting} disabled={busy && submitting} onClick={onKeep}>
        Keep as draft
      </Button>
    </div>
  );
}
