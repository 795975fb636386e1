import { Button } from '@mantine/core';
import type { PlatformConnectionView } from '@journeybook/contracts';
import { useState } from 'react';
import { Badge } from '../../ui/badge.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { showAge, showInstant } from '../../ui/show-dates.js';
import { checkWords, leftAloneWords, stateWords, troubleWords } from './platform-words.js';
import css from './platform.module.css';
import { RenameDialog } from './rename-dialog.js';
import { useAct } from './use-platforms.js';

interface ConnectionCardProps {
  readonly college: string;
  readonly connection: PlatformConnectionView;
  readonly onDone: (what: string) => void;
}

/** One installation: how it does, what is wrong, and what can be done about it. */
export function ConnectionCard({ college, connection, onDone }: ConnectionCardProps) {
  const { name, state, troubles } = connection;
  const { tone, label } = stateWords[state];
  const check = checkWords(connection);
  const alone = leftAloneWords(connection);
  return (
    <li className="card stack" aria-label={name}>
      <div className="row between">
        <h3>{name}</h3>
        <Badge tone={tone}>{label}</Badge>
      </div>
      {state === 'pending' ? <Seen connection={connection} /> : <LastSeen connection={connection} />}
      {troubles.map((trouble) => (
        <p key={trouble.kind} className={css.trouble}>
          {troubleWords(trouble)}
          {trouble.since && <span className="soft"> Since {showInstant(trouble.since)}.</span>}
        </p>
      ))}
      {alone && <p className="soft">{alone}</p>}
      <p role="status" className="soft">
        {check}
      </p>
      <Acts college={college} connection={connection} onDone={onDone} />
      <details>
        <summary className="soft">Names and numbers</summary>
        <dl className={css.facts}>
          <dt>Issuer</dt>
          <dd>{connection.issuer}</dd>
          <dt>Client ID</dt>
          <dd>{connection.clientId}</dd>
          <dt>Deployment ID</dt>
          <dd>{connection.deploymentId}</dd>
        </dl>
      </details>
    </li>
  );
}

function Seen({ connection: { seen } }: { connection: PlatformConnectionView }) {
  const from = [seen?.courseTitle && `the course “${seen.courseTitle}”`, seen?.platformName].filter(Boolean);
  return (
    <p>
      Somebody opened Journeybook {from.length > 0 ? `from ${from.join(' in ')}` : 'there'}
      {seen && `, ${showAge(seen.at)}`}. Approve it when it is a place of your college; until then nothing is read
      there.
    </p>
  );
}

function LastSeen({ connection }: { connection: PlatformConnectionView }) {
  const facts = [
    ['Last opened', connection.lastLaunchAt],
    ['Last answered', connection.lastOkAt],
    ['Learners last read', connection.rosterReadAt],
    ['Grade last delivered', connection.gradeDeliveredAt],
  ] as const;
  return (
    <dl className={css.facts}>
      {facts.map(([label, at]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{at ? showAge(at) : 'never'}</dd>
        </div>
      ))}
    </dl>
  );
}

function Acts({ college, connection, onDone }: ConnectionCardProps) {
  const { id, name, state, check } = connection;
  const [asking, setAsking] = useState<'block' | 'rename' | null>(null);
  const act = useAct(college);
  const close = () => setAsking(null);
  const approve = () =>
    act.mutate({ act: 'approve', platform: id }, { onSuccess: () => onDone(`${name} is approved.`) });
  const unblock = () =>
    act.mutate({ act: 'unblock', platform: id }, { onSuccess: () => onDone(`${name} is open again.`) });
  const block = () =>
    act.mutate(
      { act: 'block', platform: id },
      {
        onSuccess: () => {
          close();
          onDone(`${name} is blocked.`);
        },
      },
    );
  const checking = check !== null && check.doneAt === null;
  const works = state !== 'pending' && state !== 'blocked';
  return (
    <>
      {asking === null && <ProblemNotice error={act.error} />}
      <div className="row">
        {state === 'pending' && <Button onClick={approve}>Approve</Button>}
        {state === 'blocked' && <Button onClick={unblock}>Open again</Button>}
        {works && (
          <Button
            variant="default"
            onClick={() => act.mutate({ act: 'check', platform: id })}
            loading={act.isPending && act.variables.act === 'check'}
            disabled={checking}
          >
            Check the connection now
          </Button>
        )}
        {state !== 'blocked' && (
          <Button variant="default" onClick={() => setAsking('block')}>
            Block
          </Button>
        )}
        <Button variant="default" onClick={() => setAsking('rename')}>
          Rename
        </Button>
      </div>
      <ConfirmDialog
        opened={asking === 'block'}
        title={`Block ${name}?`}
        action="Block"
        busy={act.isPending}
        error={act.error}
        onConfirm={block}
        onClose={close}
      >
        Nobody can open Journeybook from there any more, and no learners or grades are read, until it is opened again.
        What is on record stays.
      </ConfirmDialog>
      {asking === 'rename' && <RenameDialog college={college} platform={connection} onClose={close} />}
    </>
  );
}
