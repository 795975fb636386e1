import { Button, Textarea, TextInput } from '@mantine/core';
import type { MergedRecord, StandingView } from '@journeybook/contracts';
import type { ApprenticeshipId } from '@journeybook/domain';
import { type FormEvent, useState } from 'react';
import { useRecord } from '../../api/read-record.js';
import { Remark } from '../../ui/done-notice.js';
import { focusFirstError } from '../../ui/focus-first-error.js';
import { Loading } from '../../ui/loading.js';
import { fieldError, ProblemNotice } from '../../ui/problem-notice.js';
import { amountFault, itemsOf, pickProposed } from './ask-items.js';
import { ChoiceGroups } from './choice-groups.js';
import { EvidenceFields, noEvidence } from './evidence-fields.js';
import { choicesOf, sumOfItems } from './item-words.js';
import { readAmount } from './read-amount.js';
import { useRequestStanding } from './use-standing.js';

interface AskFormProps {
  readonly apprenticeship: ApprenticeshipId;
  readonly standing: StandingView;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Asks for credit: for what, why, and with which evidence. */
export function AskForm(props: AskFormProps) {
  const record = useRecord(props.apprenticeship);
  return (
    <section className="card" aria-labelledby="ask">
      <h2 id="ask">Ask for credit</h2>
      {record.isPending && <Loading what="what is left" heights={[200]} />}
      {!record.data && <ProblemNotice error={record.error} onRetry={record.refetch} />}
      {record.data && <AskFields {...props} record={record.data} />}
    </section>
  );
}

function AskFields({ record, standing, apprenticeship, onDone, onClose }: AskFormProps & { record: MergedRecord }) {
  const choices = choicesOf(record);
  const [picked, setPicked] = useState(() => pickProposed(choices, standing.proposed));
  const [form, setForm] = useState({ reason: '', youth: '', evidence: [noEvidence] });
  const change = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const [tried, setTried] = useState(false);
  const ask = useRequestStanding(apprenticeship);
  const items = itemsOf(choices, picked);
  const evidence = form.evidence.filter((one) => one.title.trim() !== '');
  const youthMinutes = form.youth.trim() === '' ? null : readAmount(form.youth);
  const isYouthWrong = form.youth.trim() !== '' && youthMinutes === null;
  const isFaulty = choices.some((choice) => {
    const typed = picked[choice.key];
    return typed !== undefined && amountFault(choice, typed) !== undefined;
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    const isReady = items.length > 0 && !isFaulty && !isYouthWrong && form.reason.trim() !== '' && evidence.length > 0;
    if (!isReady) return focusFirstError(event.currentTarget);
    ask.mutate({ items, reason: form.reason.trim(), evidence, youthMinutes }, { onSuccess: onDone });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {standing.proposed.length > 0 && (
        <Remark>What an earlier record shows is chosen already. Change what is not right.</Remark>
      )}
      <ChoiceGroups choices={choices} levels={record.levels} picked={picked} tried={tried} onPick={setPicked} />
      {tried && items.length === 0 && (
        <p role="alert" style={{ color: 'var(--stop)' }}>
          Choose what credit is asked for.
        </p>
      )}
      <Textarea
        label="Reason"
        description="What was learned, where and when"
        autosize
        minRows={2}
        maxLength={2000}
        required
        value={form.reason}
        onChange={(event) => change({ reason: event.currentTarget.value })}
        error={tried && form.reason.trim() === '' ? 'Say why' : fieldError(ask.error, 'reason')}
      />
      <EvidenceFields
        evidence={form.evidence}
        isMissing={tried && evidence.length === 0}
        onChange={(changed) => change({ evidence: [...changed] })}
      />
      {standing.policy.percentOfYouthHours !== null && (
        <TextInput
          label="Hours worked as a youth apprentice"
          description={`Where that is the ground; ${standing.policy.percentOfYouthHours}\u00a0% of them may count`}
          inputMode="decimal"
          autoComplete="off"
          value={form.youth}
          onChange={(event) => change({ youth: event.currentTarget.value })}
          error={isYouthWrong ? 'Type hours such as 400' : fieldError(ask.error, 'youthMinutes')}
        />
      )}
      <ProblemNotice error={ask.error} />
      <div className="row">
        <Button type="submit" loading={ask.isPending}>
          {items.length > 0 && !isFaulty ? `Ask for ${sumOfItems(items)}` : 'Ask for credit'}
        </Button>
        <Button variant="default" onClick={onClose}>
          Go back
        </Button>
      </div>
    </form>
  );
}
