import { Button } from '@mantine/core';
import type { PlatformConnectionView } from '@journeybook/contracts';
import { useState } from 'react';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { CorrectDialog } from './correct-dialog.js';
import { RemoveDialog } from './remove-dialog.js';
import { RenameDialog } from './rename-dialog.js';
import { useAct } from './use-platforms.js';

interface ConnectionActsProps {
  readonly college: string;
  readonly connection: PlatformConnectionView;
  readonly onDone: (what: string) => void;
}

type Question = 'block' | 'rename' | 'correct' | 'remove';
type Acting = ReturnType<typeof useAct>;

/** What can be done about an installation: at once, or after a question. */
export function ConnectionActs({ college, connection, onDone }: ConnectionActsProps) {
  const [asking, setAsking] = useState<Question | null>(null);
  const act = useAct(college);
  const { name } = connection;
  const close = () => setAsking(null);
  const done = (what: string) => {
    close();
    onDone(`${name} is ${what}.`);
  };
  const place = { college, platform: connection, onClose: close };
  return (
    <>
      {asking === null && <ProblemNotice error={act.error} />}
      <div className="row">
        <AtOnce connection={connection} act={act} onDone={done} />
        <Asked connection={connection} onAsk={setAsking} />
      </div>
      <ConfirmDialog
        opened={asking === 'block'}
        title={`Block ${name}?`}
        action="Block"
        busy={act.isPending}
        error={act.error}
        onConfirm={() => act.mutate({ act: 'block', platform: connection.id }, { onSuccess: () => done('blocked') })}
        onClose={close}
      >
        Nobody can open Journeybook from there any more, and no learners or grades are read, until it is opened again.
        What is on record stays.
      </ConfirmDialog>
      {asking === 'rename' && <RenameDialog {...place} />}
      {asking === 'correct' && <CorrectDialog {...place} onCorrected={() => done('corrected')} />}
      {asking === 'remove' && <RemoveDialog {...place} onRemoved={() => done('removed')} />}
    </>
  );
}

interface AtOnceProps {
  readonly connection: PlatformConnectionView;
  readonly act: Acting;
  readonly onDone: (what: string) => void;
}

function AtOnce({ connection: { id, state, check }, act, onDone }: AtOnceProps) {
  const start = (kind: 'approve' | 'unblock', what: string) =>
    act.mutate({ act: kind, platform: id }, { onSuccess: () => onDone(what) });
  return (
    <>
      {state === 'pending' && <Button onClick={() => start('approve', 'approved')}>Approve</Button>}
      {state === 'blocked' && <Button onClick={() => start('unblock', 'open again')}>Open again</Button>}
      {state !== 'pending' && state !== 'blocked' && (
        <Button
          variant="default"
          onClick={() => act.mutate({ act: 'check', platform: id })}
          loading={act.isPending && act.variables.act === 'check'}
          disabled={check !== null && check.doneAt === null}
        >
          Check the connection now
        </Button>
      )}
    </>
  );
}

interface AskedProps {
  readonly connection: PlatformConnectionView;
  readonly onAsk: (question: Question) => void;
}

function Asked({ connection: { state, correction, removable }, onAsk }: AskedProps) {
  const questions = [
    ['block', 'Block', state !== 'blocked'],
    ['rename', 'Rename', true],
    ['correct', 'Correct the addresses', correction === 'everything' || correction === 'addresses'],
    ['remove', 'Remove', removable],
  ] as const;
  return questions
    .filter(([, , may]) => may)
    .map(([question, label]) => (
      <Button key={question} variant="default" onClick={() => onAsk(question)}>
        {label}
      </Button>
    ));
}
