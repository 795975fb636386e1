import { Button, TextInput } from '@mantine/core';
import { type AgreementView, type ApprenticeSignIn, type Client, endpoints } from '@journeybook/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '../../api/client.js';
import { Badge } from '../../ui/badge.js';
import { DialogForm, FormDialog } from '../../ui/form-dialog.js';
import { fieldError, ProblemNotice } from '../../ui/problem-notice.js';
import { showInstantDate } from '../../ui/show-dates.js';

interface SignInCardProps {
  readonly agreement: AgreementView;
  readonly onDone: (words: string) => void;
}

/** Shown while the apprentice has no sign-in: invites them, or says where the invitation stands. */
export function SignInCard({ agreement, onDone }: SignInCardProps) {
  const { apprenticeship, apprentice } = agreement;
  const client = useClient();
  const state = useQuery({
    queryKey: ['apprentice-sign-in', apprenticeship],
    queryFn: ({ signal }) => client(endpoints.readApprenticeSignIn, { params: { apprenticeship }, signal }),
  });
  if (!state.data || state.data.hasSignIn) return null;
  const { invitation } = state.data;
  return (
    <section className="card stack" aria-labelledby="sign-in">
      <h2 id="sign-in">Sign-in</h2>
      {invitation ? (
        <Waiting agreement={agreement} invitation={invitation} onDone={onDone} />
      ) : (
        <>
          <p>{apprentice.name} cannot sign in yet, and so can log no hours.</p>
          <InviteToSignIn agreement={agreement} state={state.data} onDone={onDone} />
        </>
      )}
    </section>
  );
}

function InviteToSignIn({ agreement, state, onDone }: SignInCardProps & { state: ApprenticeSignIn }) {
  const { apprenticeship, apprentice } = agreement;
  const [opened, setOpened] = useState(false);
  const [email, setEmail] = useState('');
  const [tried, setTried] = useState(false);
  const invite = useInvitationAct(agreement, (client, to: string | null) =>
    client(endpoints.inviteApprentice, { params: { apprenticeship }, body: { email: to } }),
  );
  const send = (to: string | null) =>
    invite.mutate(to, {
      onSuccess: (sent) => {
        setOpened(false);
        onDone(sent.mailed ? `A letter went to ${sent.email}.` : 'The letter could not be sent. Send it again later.');
      },
    });
  const submit = () => {
    setTried(true);
    if (email.trim() !== '') send(email.trim());
    return email.trim() !== '';
  };
  return (
    <div>
      <Button loading={invite.isPending} onClick={() => (state.hasAddress ? send(null) : setOpened(true))}>
        Invite to sign in
      </Button>
      {state.hasAddress && <ProblemNotice error={invite.error} />}
      <FormDialog opened={opened} title={`Invite ${apprentice.name} to sign in`} onClose={() => setOpened(false)}>
        <DialogForm
          action="Invite"
          busy={invite.isPending}
          error={invite.error}
          onSubmit={submit}
          onClose={() => setOpened(false)}
        >
          <TextInput
            label="E-mail"
            description="The letter with the link goes there. It becomes the address they sign in with."
            type="email"
            required
            autoComplete="off"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={tried && email.trim() === '' ? 'Enter the e-mail address' : fieldError(invite.error, 'email')}
          />
        </DialogForm>
      </FormDialog>
    </div>
  );
}

type Invitation = NonNullable<ApprenticeSignIn['invitation']>;

function Waiting({ agreement, invitation, onDone }: SignInCardProps & { invitation: Invitation }) {
  const { name, email, expiresAt, mailed, hasRunOut, inviterLeft } = invitation;
  const params = { invitation: invitation.id };
  const resend = useInvitationAct(agreement, (client, _: null) => client(endpoints.resendInvitation, { params }));
  const revoke = useInvitationAct(agreement, (client, _: null) => client(endpoints.revokeInvitation, { params }));
  const sent = (again: { mailed: boolean }) =>
    onDone(again.mailed ? `A letter went to ${email}.` : 'The letter could not be sent. Send it again later.');
  return (
    <>
      <p>
        {name} is invited at {email}, until {showInstantDate(expiresAt)}.{' '}
        {!mailed && <Badge tone="stop">letter not sent</Badge>}
        {mailed && inviterLeft && <Badge tone="plain">inviter has left: send it again</Badge>}
        {mailed && !inviterLeft && hasRunOut && <Badge tone="plain">run out</Badge>}
      </p>
      <div className="row">
        <Button variant="default" loading={resend.isPending} onClick={() => resend.mutate(null, { onSuccess: sent })}>
          Send again
        </Button>
        <Button
          variant="default"
          loading={revoke.isPending}
          onClick={() => revoke.mutate(null, { onSuccess: () => onDone('The invitation is taken back.') })}
        >
          Take back
        </Button>
      </div>
      <ProblemNotice error={resend.error ?? revoke.error} />
    </>
  );
}

function useInvitationAct<Input, Answer>(
  { apprenticeship }: AgreementView,
  act: (client: Client, input: Input) => Promise<Answer>,
) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => act(client, input),
    onSettled: () => queries.invalidateQueries({ queryKey: ['apprentice-sign-in', apprenticeship] }),
  });
}
