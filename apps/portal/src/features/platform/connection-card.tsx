import type { PlatformConnectionView } from '@journeybook/contracts';
import { Badge } from '../../ui/badge.js';
import { showAge, showInstant } from '../../ui/show-dates.js';
import { ConnectionActs } from './connection-acts.js';
import { checkWords, correctionWords, leftAloneWords, stateWords, troubleWords } from './platform-words.js';
import css from './platform.module.css';

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
        <p key={`${trouble.kind} ${trouble.fixer}`} className={trouble.fixer === 'instructor' ? css.note : css.trouble}>
          {troubleWords(trouble)}
          {trouble.since && <span className="soft"> Since {showInstant(trouble.since)}.</span>}
        </p>
      ))}
      {alone && <p className="soft">{alone}</p>}
      <p role="status" className="soft">
        {check}
      </p>
      <ConnectionActs college={college} connection={connection} onDone={onDone} />
      <details>
        <summary className="soft">Names and numbers</summary>
        <NamesAndNumbers connection={connection} />
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

function NamesAndNumbers({ connection }: { connection: PlatformConnectionView }) {
  const names = [
    ['Issuer', connection.issuer],
    ['Client ID', connection.clientId],
    ['Deployment ID', connection.deploymentId],
    ['Authentication address', connection.authUrl],
    ['Token address', connection.tokenUrl],
    ['Key set address', connection.jwksUrl],
  ] as const;
  const who = correctionWords[connection.correction];
  return (
    <>
      <dl className={css.names}>
        {names.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {who && <p className="soft">{who}</p>}
      {!connection.removable && (
        <p className="soft">Courses were opened from here, so this connection is not removed. It can be blocked.</p>
      )}
    </>
  );
}
