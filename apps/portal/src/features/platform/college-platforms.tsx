import { Button } from '@mantine/core';
import type { PlatformsView } from '@journeybook/contracts';
import { useState } from 'react';
import { Badge } from '../../ui/badge.js';
import { DoneNotice } from '../../ui/done-notice.js';
import { Empty } from '../../ui/empty.js';
import { Loading } from '../../ui/loading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { showInstantDate } from '../../ui/show-dates.js';
import { ConnectPanel } from './connect-panel.js';
import { ConnectionCard } from './connection-card.js';
import css from './platform.module.css';
import { usePlatforms } from './use-platforms.js';

/** The platforms of one college: what waits first, then what is connected, and a way to connect another. */
export function CollegePlatforms({ college }: { college: string }) {
  const platforms = usePlatforms(college);
  return (
    <>
      {platforms.isPending && <Loading what="the learning platforms" heights={[44, 180, 180]} />}
      <ProblemNotice error={platforms.error} onRetry={platforms.refetch} />
      {platforms.data && <Platforms view={platforms.data} />}
    </>
  );
}

function Platforms({ view }: { view: PlatformsView }) {
  const [connecting, setConnecting] = useState(false);
  const [done, setDone] = useState('');
  const { college, connections, registered, tool } = view;
  const waiting = connections.filter((one) => one.state === 'pending');
  const connected = connections.filter((one) => one.state !== 'pending');
  const nothing = connections.length === 0 && registered.length === 0;
  const finish = (name: string) => {
    setConnecting(false);
    setDone(`${name} is connected. Open Journeybook once from a course there.`);
  };
  return (
    <>
      <DoneNotice>{done}</DoneNotice>
      {!connecting && !nothing && (
        <div>
          <Button onClick={() => setConnecting(true)}>Connect a platform</Button>
        </div>
      )}
      {connecting && (
        <ConnectPanel college={college.id} tool={tool} onConnected={finish} onClose={() => setConnecting(false)} />
      )}
      {nothing && !connecting && (
        <Empty title="No learning platform is connected yet">
          <p>When Canvas or Moodle is connected, completed courses come to the record by themselves.</p>
          <Button mt="sm" onClick={() => setConnecting(true)}>
            Connect a platform
          </Button>
        </Empty>
      )}
      <Section title="Waiting for approval" connections={waiting} college={college.id} onDone={setDone} />
      <Registered registered={registered} />
      <Section title="Connected" connections={connected} college={college.id} onDone={setDone} />
    </>
  );
}

interface SectionProps {
  readonly title: string;
  readonly connections: PlatformsView['connections'];
  readonly college: string;
  readonly onDone: (what: string) => void;
}

function Section({ title, connections, college, onDone }: SectionProps) {
  if (connections.length === 0) return null;
  return (
    <section className="stack" aria-label={title}>
      <h2>{title}</h2>
      <ul className={css.list}>
        {connections.map((connection) => (
          <ConnectionCard key={connection.id} college={college} connection={connection} onDone={onDone} />
        ))}
      </ul>
    </section>
  );
}

function Registered({ registered }: { registered: PlatformsView['registered'] }) {
  if (registered.length === 0) return null;
  return (
    <section className="stack" aria-label="Registered">
      <h2>Registered, and not opened yet</h2>
      <ul className={css.list}>
        {registered.map(({ id, name, registeredAt }) => (
          <li key={id} className="card stack" aria-label={name}>
            <div className="row between">
              <h3>{name}</h3>
              <Badge tone="plain">Since {showInstantDate(registeredAt)}</Badge>
            </div>
            <p>Switch Journeybook on in the platform and open it once from a course; then approve it here.</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
