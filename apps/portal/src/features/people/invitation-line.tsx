import { Button } from '@mantine/core';
import { endpoints, type InvitationView } from '@journeybook/contracts';
import { Badge } from '../../ui/badge.js';
import { Line } from '../../ui/line.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { showDate, showInstantDate } from '../../ui/show-dates.js';
import { roleNames } from '../session/role-names.js';
import { usePeopleAct } from './use-people.js';

interface InvitationLineProps {
  readonly invitation: InvitationView;
  readonly onDone: (words: string) => void;
}

/** An invitation that waits for an answer; it can be sent again and taken back. */
export function InvitationLine({ invitation, onDone }: InvitationLineProps) {
  const { id, name, email, role, expiresAt, invitedBy, inviterLeft, until } = invitation;
  const resend = usePeopleAct((client, which: string) =>
    client(endpoints.resendInvitation, { params: { invitation: which } }),
  );
  const revoke = usePeopleAct((client, which: string) =>
    client(endpoints.revokeInvitation, { params: { invitation: which } }),
  );
  return (
    <Line
      title={name}
      end={
        <>
          <InvitationState invitation={invitation} />
          <Button
            variant="default"
            aria-label={`Send again to ${name}`}
            loading={resend.isPending}
            onClick={() => resend.mutate(id, { onSuccess: (sent) => onDone(describeSent(sent)) })}
          >
            Send again
          </Button>
          <Button
            variant="default"
            aria-label={`Take back the invitation of ${name}`}
            loading={revoke.isPending}
            onClick={() => revoke.mutate(id, { onSuccess: () => onDone(`The invitation of ${name} is taken back.`) })}
          >
            Take back
          </Button>
        </>
      }
    >
      <p>
        {roleNames[role]}
        {until && ` until ${showDate(until)}`} · {email}
      </p>
      <p>
        by {invitedBy.name} ·{' '}
        {inviterLeft ? 'opens nothing: send it again in your name' : `open until ${showInstantDate(expiresAt)}`}
      </p>
      <ProblemNotice error={resend.error ?? revoke.error} />
    </Line>
  );
}

function InvitationState({ invitation: { mailed, hasRunOut, inviterLeft } }: { invitation: InvitationView }) {
  if (!mailed) return <Badge tone="stop">letter not sent</Badge>;
  if (inviterLeft) return <Badge tone="plain">inviter has left</Badge>;
  return hasRunOut ? <Badge tone="plain">run out</Badge> : null;
}

/** What came of an invitation: sent, or kept though the mail server did not take the letter. */
export const describeSent = ({ name, email, mailed }: InvitationView): string =>
  mailed
    ? `${name} is invited: a letter went to ${email}.`
    : `${name} is invited, but the letter could not be sent. Send it again later.`;
