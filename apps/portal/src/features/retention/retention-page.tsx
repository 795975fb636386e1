import { endpoints, type RetentionView } from '@journeybook/contracts';
import { useState } from 'react';
import { DoneNotice } from '../../ui/done-notice.js';
import { Empty } from '../../ui/empty.js';
import { Fold, useFolds } from '../../ui/fold.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { countOf } from '../../ui/show-dates.js';
import { type RetentionAct, RetentionLine } from './retention-line.js';
import { useRetention, useRetentionAct } from './use-retention.js';

const groups = [
  { state: 'due', title: 'Kept long enough', none: 'Nothing is due.' },
  { state: 'held', title: 'On legal hold', none: 'There is no legal hold on an agreement that is over.' },
  { state: 'kept', title: 'Kept for now', none: 'No agreement ended in the years that count.' },
  { state: 'open', title: 'Running', none: 'No agreement runs.' },
  { state: 'erased', title: 'Erased', none: 'Nothing was erased.' },
] as const satisfies readonly { state: RetentionView['state']; title: string; none: string }[];

interface Asked {
  readonly act: RetentionAct;
  readonly kept: RetentionView;
}

/** How long records are kept, what holds them, and what may be erased. Nothing is erased by itself. */
export function RetentionPage() {
  const retention = useRetention();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [done, setDone] = useState('');
  const folds = useFolds(['due', 'held']);
  const agreements = retention.data?.agreements;
  return (
    <div className="stack">
      <PageHeading title="Keeping records" />
      <p>
        Records are kept for the years your agency asks for, five by federal rule, after the last thing that happened.
        Then you may erase them; nothing is erased by itself. A legal hold keeps everything until you lift it.
      </p>
      <DoneNotice>{done}</DoneNotice>
      {retention.isPending && <Loading what="what is kept" heights={[120, 120]} />}
      <ProblemNotice error={retention.error} onRetry={() => void retention.refetch()} />
      {agreements &&
        groups.map(({ state, title, none }) => {
          const own = agreements.filter((one) => one.state === state);
          return (
            <Fold
              key={state}
              title={title}
              summary={countOf(own.length, 'agreement')}
              expanded={folds.isOpen(state)}
              onToggle={() => folds.toggle(state)}
              lazy
            >
              {own.length === 0 && <Empty title={none} />}
              <ul aria-label={title}>
                {own.map((kept) => (
                  <RetentionLine
                    key={kept.apprenticeship}
                    kept={kept}
                    onAct={(act) => {
                      setDone('');
                      setAsked({ act, kept });
                    }}
                  />
                ))}
              </ul>
            </Fold>
          );
        })}
      <ActDialog asked={asked} onDone={setDone} onClose={() => setAsked(null)} />
    </div>
  );
}

const words = {
  hold: {
    title: 'Place a legal hold',
    action: 'Place the hold',
    description: 'Such as a complaint, a review or a lawsuit. It is kept with the hold.',
    done: (name: string) => `Everything about ${name} is kept until the hold is lifted.`,
    endpoint: endpoints.placeHold,
  },
  lift: {
    title: 'Lift the legal hold',
    action: 'Lift the hold',
    description: 'Why nothing has to be held any more. It is kept with the hold.',
    done: (name: string) => `The hold on ${name} is lifted.`,
    endpoint: endpoints.liftHold,
  },
  erase: {
    title: 'Erase what is kept',
    action: 'Erase for good',
    description: 'It is kept with your name and the day.',
    done: (name: string) => `What was kept about ${name} is erased. The entries of the record stay, without the name.`,
    endpoint: endpoints.eraseAgreement,
  },
} as const;

function ActDialog({
  asked,
  onDone,
  onClose,
}: {
  asked: Asked | null;
  onDone: (said: string) => void;
  onClose: () => void;
}) {
  const said = words[asked?.act ?? 'hold'];
  const act = useRetentionAct((call, { kept, reason }: { kept: RetentionView; reason: string }) =>
    call(said.endpoint, { params: { apprenticeship: kept.apprenticeship }, body: { reason } }),
  );
  const close = () => {
    act.reset();
    onClose();
  };
  const send = (reason: string) => {
    if (!asked) return;
    const { kept } = asked;
    act.mutate(
      { kept, reason },
      {
        onSuccess: () => {
          onDone(said.done(kept.apprentice.name));
          onClose();
        },
      },
    );
  };
  return (
    <ReasonDialog
      opened={asked !== null}
      title={asked ? `${said.title}: ${asked.kept.apprentice.name}` : said.title}
      label="Why"
      description={said.description}
      missing="Say why"
      action={said.action}
      grave={asked?.act === 'erase'}
      busy={act.isPending}
      error={act.error}
      onSubmit={send}
      onClose={close}
    >
      {asked?.act === 'erase' && <WhatGoes />}
    </ReasonDialog>
  );
}

const WhatGoes = () => (
  <p>
    Notes, reasons, evidence and the guardian go, and with the last agreement of the person their name, addresses,
    sign-in and answers. The entries of the record stay as they were signed. This cannot be taken back.
  </p>
);
