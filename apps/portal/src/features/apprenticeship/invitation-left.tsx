import { Button } from '@mantine/core';
import { type AgreementView, endpoints } from '@journeybook/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { showInstantDate } from '../../ui/show-dates.js';

interface InvitationLeftProps {
  readonly agreement: AgreementView;
  readonly invitation: NonNullable<AgreementView['invitationLeft']>;
  readonly onDone: (words: string) => void;
}

/** An invitation to sign in that waits though the agreement is over: it can be taken back, and not sent again. */
export function InvitationLeft({ agreement: { apprenticeship, apprentice }, invitation, onDone }: InvitationLeftProps) {
  const client = useClient();
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => client(endpoints.revokeInvitation, { params: { invitation: invitation.id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['agreement', apprenticeship] }),
    onSuccess: () => onDone('The invitation is taken back.'),
  });
  return (
    <section className="card stack" aria-labelledby="invitation-left">
      <h2 id="invitation-left">Sign-in</h2>
      <p>
        This agreement is over, and {apprentice.name} is still invited to sign in at {invitation.email}. The link is
        open until {showInstantDate(invitation.expiresAt)}.
      </p>
      <div>
        <Button variant="default" loading={revoke.isPending} onClick={() => revoke.mutate()}>
          Take back
        </Button>
      </div>
      <ProblemNotice error={revoke.error} />
    </section>
  );
}
