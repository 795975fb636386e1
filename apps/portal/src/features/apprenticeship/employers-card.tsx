import { Button, NativeSelect } from '@mantine/core';
import { type AgreementView, endpoints } from '@journeybook/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '../../api/client.js';
import { DayField } from '../../ui/day-field.js';
import { DialogForm, FormDialog } from '../../ui/form-dialog.js';
import { Line } from '../../ui/line.js';
import { Loading } from '../../ui/loading.js';
import { fieldError, ProblemNotice } from '../../ui/problem-notice.js';
import { showDate, today } from '../../ui/show-dates.js';
import { useAgreementAct } from './use-agreement.js';

interface EmployersCardProps {
  readonly agreement: AgreementView;
  readonly onDone: (words: string) => void;
}

/** Where the apprentice has worked under this agreement, the present employer first. */
export function EmployersCard({ agreement, onDone }: EmployersCardProps) {
  const { employers, may } = agreement;
  const [opened, setOpened] = useState(false);
  const done = ({ employer }: AgreementView) => {
    setOpened(false);
    onDone(
      `${agreement.apprentice.name} works for ${employer.name} now; hours logged before stay with the employer before.`,
    );
  };
  if (employers.length < 2 && !may.changeEmployer) return null;
  return (
    <section className="card stack" aria-labelledby="employers">
      <h2 id="employers">Employers</h2>
      <ul>
        {employers.toReversed().map(({ employer, from }) => (
          <Line key={`${employer.id} ${from}`} title={employer.name}>
            from {showDate(from)}
          </Line>
        ))}
      </ul>
      {may.changeEmployer && (
        <div>
          <Button variant="default" onClick={() => setOpened(true)}>
            Change employer
          </Button>
          <FormDialog opened={opened} title="Change employer" onClose={() => setOpened(false)}>
            <ChangeEmployerForm agreement={agreement} onDone={done} onClose={() => setOpened(false)} />
          </FormDialog>
        </div>
      )}
    </section>
  );
}

interface ChangeEmployerFormProps {
  readonly agreement: AgreementView;
  readonly onDone: (agreement: AgreementView) => void;
  readonly onClose: () => void;
}

function ChangeEmployerForm({ agreement, onDone, onClose }: ChangeEmployerFormProps) {
  const { apprenticeship } = agreement;
  const client = useClient();
  const others = useQuery({
    queryKey: ['other-employers', apprenticeship, agreement.employer.id],
    queryFn: ({ signal }) => client(endpoints.listOtherEmployers, { params: { apprenticeship }, signal }),
    select: (answer) => answer.employers,
  });
  const [form, setForm] = useState<{ employer: string; from: string }>({ employer: '', from: today() });
  const [tried, setTried] = useState(false);
  const move = useAgreementAct((client, body: typeof form) =>
    client(endpoints.changeEmployer, { params: { apprenticeship }, body }),
  );
  const submit = () => {
    setTried(true);
    if (form.employer === '' || form.from === '') return false;
    move.mutate(form, { onSuccess: onDone });
    return true;
  };
  if (others.isPending) return <Loading what="the employers" heights={[44, 44]} />;
  if (!others.data) return <ProblemNotice error={others.error} onRetry={others.refetch} />;
  if (others.data.length === 0) return <p>No other employer takes part in this program.</p>;
  return (
    <DialogForm action="Change employer" busy={move.isPending} error={move.error} onSubmit={submit} onClose={onClose}>
      <p>
        The agreement goes on, and every hour stays with the employer it was worked for. Mentors of{' '}
        {agreement.employer.name} end with the day before.
      </p>
      <NativeSelect
        label="New employer"
        required
        data={[{ value: '', label: 'Choose' }, ...others.data.map(({ id, name }) => ({ value: id, label: name }))]}
        value={form.employer}
        onChange={(event) => {
          const employer = event.currentTarget.value;
          setForm((before) => ({ ...before, employer }));
        }}
        error={tried && form.employer === '' ? 'Choose the employer' : fieldError(move.error, 'employer')}
      />
      <DayField
        label="From"
        description="The first day at the new employer"
        required
        value={form.from}
        min={agreement.beganOn}
        max={today()}
        onChange={(from) => setForm((before) => ({ ...before, from }))}
        error={tried && form.from === '' ? 'Choose the day' : fieldError(move.error, 'from')}
      />
    </DialogForm>
  );
}
