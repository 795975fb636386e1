import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import type { StandingItemView, StandingRequestView } from '@journeybook/contracts';
import { itemKey } from '@journeybook/domain';
import { type FormEvent, useState } from 'react';
import { focusFirstError } from '../../ui/focus-first-error.js';
import { fieldError, ProblemNotice } from '../../ui/problem-notice.js';
import { showHours } from '../../ui/show-hours.js';
import { grantAll, grantedItems, grantFault, type Grants } from './decide-items.js';
import { itemAmount, sumOfItems } from './item-words.js';
import { showAmount } from './read-amount.js';
import css from './standing-page.module.css';
import { useDecideStanding } from './use-standing.js';

interface DecideFormProps {
  readonly request: StandingRequestView;
  readonly onDone: (granted: readonly StandingItemView[]) => void;
  readonly onClose: () => void;
}

/** The sponsor's decision: each item in whole, in part or not at all, with a reason. It stands once it is made. */
export function DecideForm({ request, onDone, onClose }: DecideFormProps) {
  const [grants, setGrants] = useState<Grants>(() => grantAll(request.items));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const decide = useDecideStanding(request.apprenticeship, request.id);
  const isFaulty = request.items.some((line) => {
    const typed = grants[itemKey(line.item)];
    return typed !== undefined && grantFault(line, typed) !== undefined;
  });
  const granted = grantedItems(request.items, grants);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '' || isFaulty) return focusFirstError(event.currentTarget);
    decide.mutate({ granted, reason: reason.trim() }, { onSuccess: () => onDone(granted) });
  };
  const change = (key: string, typed: string | null) =>
    setGrants(({ [key]: _before, ...rest }) => (typed === null ? rest : { ...rest, [key]: typed }));
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ul className={css.items} aria-label="Items to grant">
        {request.items.map((line) => (
          <GrantLine
            key={itemKey(line.item)}
            line={line}
            typed={grants[itemKey(line.item)]}
            onChange={(typed) => change(itemKey(line.item), typed)}
          />
        ))}
      </ul>
      <Textarea
        label="Reason"
        description="It stands beside the decision for good"
        autosize
        minRows={2}
        maxLength={2000}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={tried && reason.trim() === '' ? 'Say why' : fieldError(decide.error, 'reason')}
      />
      <p className="soft">
        {granted.length > 0
          ? 'What is granted counts at once and may move the wage step. A decision stands.'
          : 'Nothing is chosen, so the request is refused. A decision stands.'}
      </p>
      <ProblemNotice error={decide.error} />
      <div className="row">
        {granted.length > 0 ? (
          <Button type="submit" loading={decide.isPending}>
            {isFaulty ? 'Grant' : `Grant ${sumOfItems(granted)}`}
          </Button>
        ) : (
          <Button type="submit" color="stop" loading={decide.isPending}>
            Refuse the request
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          Go back
        </Button>
      </div>
    </form>
  );
}

interface GrantLineProps {
  readonly line: StandingRequestView['items'][number];
  /** Undefined while it is not granted. */
  readonly typed: string | undefined;
  readonly onChange: (typed: string | null) => void;
}

function GrantLine({ line, typed, onChange }: GrantLineProps) {
  const { item, title, leftMinutes } = line;
  const left = leftMinutes === null ? '' : `, ${showHours(leftMinutes)} left`;
  const isLeft = leftMinutes === null || leftMinutes > 0;
  const first = item.kind === 'competency' ? String(item.level) : showAmount(Math.min(item.minutes, leftMinutes ?? 0));
  return (
    <li className={css.choice}>
      <Checkbox
        label={title}
        description={`asked for ${itemAmount(item)}${left}`}
        disabled={!isLeft}
        checked={typed !== undefined}
        onChange={(event) => onChange(event.currentTarget.checked ? first : null)}
      />
      {typed !== undefined && item.kind !== 'competency' && (
        <TextInput
          className={css.amount ?? ''}
          aria-label={`Hours granted of ${title}`}
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          onChange={(event) => onChange(event.currentTarget.value)}
          error={grantFault(line, typed)}
        />
      )}
    </li>
  );
}
