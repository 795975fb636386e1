import { Button, TextInput } from '@mantine/core';
import type { NoticeView } from '@journeybook/contracts';
import { type FormEvent, useState } from 'react';
import { sayChanged, useShown } from '../../ui/changed-since-shown.js';
import { DayField } from '../../ui/day-field.js';
import { DoneNotice } from '../../ui/done-notice.js';
import { focusFirstError } from '../../ui/focus-first-error.js';
import { fieldError, ProblemNotice } from '../../ui/problem-notice.js';
import { showDate, today } from '../../ui/show-dates.js';
import { useReportNotice } from './use-notices.js';

/** Says that the agency was told: on which day, and under which number it keeps it. What was said may be corrected. */
export function ReportNotice({ notice }: { notice: NoticeView }) {
  const [form, setForm] = useState({
    reportedOn: notice.reportedOn ?? (today() as string),
    reference: notice.reference,
  });
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState('');
  const report = useReportNotice(notice);
  const { ifMatch: shown, keep } = useShown(notice.edition, report.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (form.reportedOn === '') return focusFirstError(event.currentTarget);
    report.mutate(
      { shown, reportedOn: form.reportedOn, reference: form.reference.trim() },
      {
        onSuccess: (saved) => {
          keep(saved.edition);
          setDone(`Kept as reported on ${showDate(saved.reportedOn ?? form.reportedOn)}.`);
        },
      },
    );
  };
  return (
    <section className="card" aria-labelledby="report">
      <form className="stack" onSubmit={submit} noValidate>
        <h2 id="report">{notice.reportedOn ? 'Correct what was reported' : 'When you have told the agency'}</h2>
        <DayField
          label="Reported on"
          required
          value={form.reportedOn}
          min={notice.occurredOn}
          max={today()}
          onChange={(reportedOn) => setForm((before) => ({ ...before, reportedOn }))}
          error={tried && form.reportedOn === '' ? 'Choose the day' : fieldError(report.error, 'reportedOn')}
        />
        <TextInput
          label="Reference"
          description="The agency's number, or where you entered it"
          maxLength={300}
          value={form.reference}
          onChange={(event) => {
            const reference = event.currentTarget.value;
            setForm((before) => ({ ...before, reference }));
          }}
          error={fieldError(report.error, 'reference')}
        />
        <ProblemNotice error={report.error} says={sayChanged(report.error, sayReported(notice))} />
        <DoneNotice>{done}</DoneNotice>
        <div>
          <Button type="submit" variant={notice.reportedOn ? 'default' : 'filled'} loading={report.isPending}>
            {notice.reportedOn ? 'Save again' : 'Save as reported'}
          </Button>
        </div>
      </form>
    </section>
  );
}

const sayReported = ({ reportedOn, reference }: NoticeView): string =>
  reportedOn
    ? `It was reported on ${showDate(reportedOn)}${reference ? ` under “${reference}”` : ''}.`
    : 'It was not reported.';
