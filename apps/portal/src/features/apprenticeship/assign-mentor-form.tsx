import { NativeSelect, Radio } from '@mantine/core';
import { type AgreementView, endpoints } from '@journeybook/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '../../api/client.js';
import { DayField } from '../../ui/day-field.js';
import { DialogForm } from '../../ui/form-dialog.js';
import { Loading } from '../../ui/loading.js';
import { fieldError, ProblemNotice } from '../../ui/problem-notice.js';
import { today } from '../../ui/show-dates.js';
import { useAgreementKeeper } from './use-agreement.js';

interface AssignMentorFormProps {
  readonly agreement: AgreementView;
  readonly onDone: (words: string, overRatio: boolean) => void;
  readonly onClose: () => void;
}

interface Assignment {
  readonly kind: 'mentor' | 'stand-in';
  readonly mentor: string;
  readonly from: string;
  /** Empty while it lasts. */
  readonly until: string;
}

const begin = ({ beganOn }: AgreementView): Assignment => ({
  kind: 'mentor',
  mentor: '',
  from: today() < beganOn ? beganOn : today(),
  until: '',
});

/** Assigns somebody who mentors at the employer, or lets a supervisor stand in for a limited time. */
export function AssignMentorForm({ agreement, onDone, onClose }: AssignMentorFormProps) {
  const { apprenticeship, employer } = agreement;
  const client = useClient();
  const people = useQuery({
    queryKey: ['possible-mentors', apprenticeship, employer.id],
    queryFn: ({ signal }) => client(endpoints.listPossibleMentors, { params: { apprenticeship }, signal }),
    select: (answer) => answer.mentors,
  });
  const [form, setForm] = useState(() => begin(agreement));
  const change = (part: Partial<Assignment>) => setForm((before) => ({ ...before, ...part }));
  const [tried, setTried] = useState(false);
  const assign = useAssignMentor(agreement);
  const missing = missingOf(form);
  const errorOf = (field: keyof Assignment) => (tried && missing[field]) || fieldError(assign.error, field);
  const submit = () => {
    setTried(true);
    if (Object.keys(missing).length > 0) return false;
    const name = people.data?.find((one) => one.id === form.mentor)?.name ?? 'The mentor';
    assign.mutate(form, {
      onSuccess: ({ flags }) => onDone(`${name} is assigned.`, flags.includes('over-ratio')),
    });
    return true;
  };
  if (people.isPending) return <Loading what="the mentors" heights={[44, 44]} />;
  if (!people.data) return <ProblemNotice error={people.error} onRetry={people.refetch} />;
  if (people.data.length === 0) return <p>Nobody at {employer.name} is a mentor here yet.</p>;
  return (
    <DialogForm action="Assign" busy={assign.isPending} error={assign.error} onSubmit={submit} onClose={onClose}>
      <NativeSelect
        label="Who"
        required
        data={[{ value: '', label: 'Choose' }, ...people.data.map(({ id, name }) => ({ value: id, label: name }))]}
        value={form.mentor}
        onChange={(event) => change({ mentor: event.currentTarget.value })}
        error={errorOf('mentor')}
      />
      <Radio.Group
        label="As"
        value={form.kind}
        onChange={(kind) => change({ kind: kind === 'stand-in' ? 'stand-in' : 'mentor' })}
      >
        <div className="stack">
          <Radio value="mentor" label="Mentor" description="Decides hours and signs off skills" />
          <Radio value="stand-in" label="Stand-in" description="Decides hours only, and for a limited time" />
        </div>
      </Radio.Group>
      <DayField
        label="First day"
        required
        value={form.from}
        min={agreement.beganOn}
        onChange={(from) => change({ from })}
        error={errorOf('from')}
      />
      <DayField
        label="Last day"
        description={form.kind === 'mentor' ? 'Leave it empty while it lasts' : 'A stand-in has one'}
        required={form.kind === 'stand-in'}
        value={form.until}
        min={form.from}
        onChange={(until) => change({ until })}
        error={errorOf('until')}
      />
    </DialogForm>
  );
}

/** What is not filled in yet, in words; empty when it can be sent. */
const missingOf = ({ kind, mentor, from, until }: Assignment): Partial<Record<keyof Assignment, string>> => ({
  ...(mentor === '' ? { mentor: 'Choose who' } : {}),
  ...(from === '' ? { from: 'Choose the first day' } : {}),
  ...(kind === 'stand-in' && until === '' ? { until: 'Choose the last day' } : {}),
});

function useAssignMentor({ apprenticeship }: AgreementView) {
  const client = useClient();
  const keep = useAgreementKeeper();
  return useMutation({
    mutationFn: ({ until, ...rest }: Assignment) =>
      client(endpoints.assignMentor, {
        params: { apprenticeship },
        body: { ...rest, until: until === '' ? null : until },
      }),
    onSuccess: ({ agreement }) => keep(agreement),
  });
}
