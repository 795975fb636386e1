import { Button } from '@mantine/core';
import { endpoints, type MentorLinkView } from '@journeybook/contracts';
import type { ApprenticeshipId, MentorLinkId } from '@journeybook/domain';
import { Badge, type BadgeTone } from '../../ui/badge.js';
import { Line } from '../../ui/line.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { countOf, showInstant } from '../../ui/show-dates.js';
import { useMentorLinkAct } from './use-mentor-links.js';

const states: Record<MentorLinkView['state'], readonly [BadgeTone, string]> = {
  waiting: ['wait', 'not opened yet'],
  opened: ['ok', 'opened'],
  'run-out': ['plain', 'run out'],
  'taken-back': ['plain', 'taken back'],
};

type Act = MentorLinkView['acts'][number];

const sayAct: Record<Act['act'], (count: number) => string> = {
  approved: (count) => `approved ${countOf(count, 'entry', 'entries')}`,
  returned: (count) => `returned ${countOf(count, 'entry', 'entries')}`,
  undone: (count) => `took the approval of ${countOf(count, 'entry', 'entries')} back`,
  demonstrated: () => 'demonstrated a skill',
  observed: () => 'observed a skill',
  'signed-off': () => 'signed a skill off',
  declined: () => 'said what is still missing',
};

interface LinkLineProps {
  readonly link: MentorLinkView;
  readonly apprenticeship: ApprenticeshipId;
  readonly onDone: (words: string) => void;
}

/** One link: to whom, where it stands, and what was done by it. */
export function LinkLine({ link, apprenticeship, onDone }: LinkLineProps) {
  const { id, mentor, askedBy, askedAt, openedAt, device, mailed, state, acts } = link;
  const [tone, words] = states[state];
  const revoke = useMentorLinkAct(apprenticeship, (client, which: MentorLinkId) =>
    client(endpoints.revokeMentorLink, { params: { link: which } }),
  );
  const isAlive = state === 'waiting' || state === 'opened';
  return (
    <Line
      title={mentor.name}
      end={
        <>
          <Badge tone={mailed ? tone : 'stop'}>{mailed ? words : 'letter not sent'}</Badge>
          {isAlive && (
            <Button
              variant="default"
              aria-label={`Take back the link to ${mentor.name}, ${showInstant(askedAt)}`}
              loading={revoke.isPending}
              onClick={() =>
                revoke.mutate(id, { onSuccess: () => onDone(`The link to ${mentor.name} is taken back.`) })
              }
            >
              Take back
            </Button>
          )}
        </>
      }
    >
      <p>
        asked for by {askedBy.name}, {showInstant(askedAt)}
      </p>
      {openedAt && (
        <p>
          opened {showInstant(openedAt)}
          {device && ` on ${device}`}
        </p>
      )}
      {acts.map(({ act, count, at }) => (
        <p key={`${act} ${at}`}>
          {sayAct[act](count)}, {showInstant(at)}
        </p>
      ))}
      <ProblemNotice error={revoke.error} />
    </Line>
  );
}
