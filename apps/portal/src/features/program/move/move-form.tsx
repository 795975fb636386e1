import { Button, Textarea } from '@mantine/core';
import type { MoveProposal } from '@journeybook/contracts';
import type { ApprenticeshipId } from '@journeybook/domain';
import { type FormEvent, useRef, useState } from 'react';
import { Badge } from '../../../ui/badge.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { countOf } from '../../../ui/show-dates.js';
import { type Goal, isKept, type Mapped, mappedKey, newTargets, whatIsWrong, withGoal } from './mapping.js';
import { MappingLines } from './mapping-lines.js';
import { KeptLines } from './kept-lines.js';
import css from './move-form.module.css';
import { useMoveApprentice } from './use-move.js';

interface MoveFormProps {
  readonly apprenticeship: ApprenticeshipId;
  readonly proposal: MoveProposal;
  readonly onMoved: () => void;
}

/** Old to new, by code: what has to be decided first, what keeps its code behind a fold. */
export function MoveForm({ apprenticeship, proposal, onMoved }: MoveFormProps) {
  const { from, to, targets } = proposal;
  const [mapping, setMapping] = useState<readonly Mapped[]>(proposal.mapping);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const move = useMoveApprentice(apprenticeship);
  const wrong = mapping.filter((one) => whatIsWrong(one, mapping) !== '');
  // A line stays where it was shown first, whatever is chosen for it.
  const open = new Set(proposal.mapping.filter((one) => !isKept(one)).map(mappedKey));
  const choose = (line: Mapped, goal: Goal) =>
    setMapping(mapping.map((one) => (one === line ? withGoal(one, goal) : one)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (wrong.length > 0) return form.current?.querySelector<HTMLElement>('[data-wrong] select')?.focus();
    if (reason.trim() === '') return form.current?.querySelector('textarea')?.focus();
    move.mutate({ to: to.id, mapping, reason: reason.trim() }, { onSuccess: onMoved });
  };
  return (
    <form ref={form} onSubmit={submit} className="stack" noValidate>
      <div className="row">
        <p>
          From version <b>{from.version}</b> to <b>{to.version}</b>. What is signed is carried over whole; nothing on
          the record is rewritten.
        </p>
        {wrong.length > 0 && <Badge tone="stop">{wrong.length} to decide</Badge>}
      </div>
      <MappingLines
        lines={mapping.filter((one) => open.has(mappedKey(one)))}
        mapping={mapping}
        targets={targets}
        onChoose={choose}
      />
      <KeptLines
        lines={mapping.filter((one) => !open.has(mappedKey(one)))}
        mapping={mapping}
        targets={targets}
        onChoose={choose}
      />
      <NewItems mapping={mapping} proposal={proposal} />
      <section className="card stack">
        <Textarea
          label="Reason"
          description="It stands on the record beside the move"
          required
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={asked && reason.trim() === '' ? 'Say why the apprentice moves' : undefined}
        />
        {asked && wrong.length > 0 && (
          <p role="alert" className={css.wrong}>
            {countOf(wrong.length, 'line')} with signed work or waiting hours still{' '}
            {wrong.length === 1 ? 'needs' : 'need'} a place in the new version.
          </p>
        )}
        <ProblemNotice error={move.error} />
        <div>
          <Button type="submit" loading={move.isPending}>
            Move to version {to.version}
          </Button>
        </div>
      </section>
    </form>
  );
}

/** What the apprentice will need besides: nothing of the old version goes there. */
function NewItems({ mapping, proposal }: { mapping: readonly Mapped[]; proposal: MoveProposal }) {
  const added = newTargets(mapping, proposal.targets);
  if (added.length === 0) return null;
  return (
    <section className="card" aria-labelledby="new">
      <h2 id="new">
        New in {proposal.to.version} <span className="soft">nothing signed goes there yet</span>
      </h2>
      <ul className={css.added}>
        {added.map(({ subject, code, title }) => (
          <li key={`${subject} ${code}`}>
            <span className="soft">{code}</span> {title}
          </li>
        ))}
      </ul>
    </section>
  );
}
