import { Button } from '@mantine/core';
import { endpoints, type OrganizationSecondFactor } from '@journeybook/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '../../api/client.js';
import { Badge } from '../../ui/badge.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { joinWords } from '../../ui/join-names.js';
import { Line } from '../../ui/line.js';
import { Loading } from '../../ui/loading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { roleNames } from '../session/role-names.js';
import { AskSecondStepForm } from './ask-second-step-form.js';
import { describeAsked } from './describe-asked.js';
import { SignOutButton } from './sign-out-button.js';

const key = ['second-steps'];

interface SecondStepsCardProps {
  readonly onDone: (words: string) => void;
}

/** For each organisation that one runs: of whom a second step is asked, and who has one. */
export function SecondStepsCard({ onDone }: SecondStepsCardProps) {
  const client = useClient();
  const steps = useQuery({ queryKey: key, queryFn: ({ signal }) => client(endpoints.listSecondFactors, { signal }) });
  return (
    <>
      {steps.isPending && <Loading what="second steps" heights={[120]} />}
      <ProblemNotice error={steps.error} onRetry={steps.refetch} />
      {steps.data?.organizations.map((one) => (
        <OneOrganization key={one.organization.id} asked={one} onDone={onDone} />
      ))}
    </>
  );
}

function OneOrganization({ asked, onDone }: SecondStepsCardProps & { asked: OrganizationSecondFactor }) {
  const { organization, roles, people } = asked;
  const [opened, setOpened] = useState(false);
  const heading = `second-steps-${organization.id}`;
  const done = (words: string) => {
    setOpened(false);
    onDone(words);
  };
  return (
    <section className="card stack" aria-labelledby={heading}>
      <h2 id={heading}>Second step at sign-in · {organization.name}</h2>
      <p>{describeAsked(asked)}</p>
      <div>
        <Button variant="default" onClick={() => setOpened(true)}>
          {roles.length > 0 ? 'Change this' : 'Ask for a second step'}
        </Button>
        <FormDialog opened={opened} title={`Second step · ${organization.name}`} onClose={() => setOpened(false)}>
          <AskSecondStepForm asked={asked} refresh={key} onDone={done} onClose={() => setOpened(false)} />
        </FormDialog>
      </div>
      <ul aria-label={`Second steps of ${organization.name}`}>
        {people.map((one) => (
          <HolderLine key={one.person.id} holder={one} asked={roles} onDone={onDone} />
        ))}
      </ul>
    </section>
  );
}

interface HolderLineProps extends SecondStepsCardProps {
  readonly holder: OrganizationSecondFactor['people'][number];
  readonly asked: OrganizationSecondFactor['roles'];
}

function HolderLine({ holder, asked, onDone }: HolderLineProps) {
  const { person, roles, hasSecondFactor, mayReset, maySignOut } = holder;
  const [opened, setOpened] = useState(false);
  const client = useClient();
  const queries = useQueryClient();
  const reset = useMutation({
    mutationFn: () => client(endpoints.resetSecondFactor, { params: { person: person.id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
    onSuccess: () => {
      setOpened(false);
      onDone(`${person.name} comes in with the password alone now, and got a letter about it.`);
    },
  });
  const isAsked = roles.some((role) => asked.includes(role));
  return (
    <Line
      title={person.name}
      end={
        <>
          {hasSecondFactor && <Badge tone="ok">has one</Badge>}
          {!hasSecondFactor && <Badge tone={isAsked ? 'wait' : 'plain'}>none yet</Badge>}
          {mayReset && (
            <Button
              variant="default"
              aria-label={`Take away the second step of ${person.name}`}
              onClick={() => setOpened(true)}
            >
              Take away
            </Button>
          )}
          {maySignOut && <SignOutButton person={person} onDone={onDone} />}
        </>
      }
    >
      {joinWords([...new Set(roles)].map((role) => roleNames[role].toLowerCase()))}
      <ConfirmDialog
        opened={opened}
        title={`Is ${person.name} locked out?`}
        action="Take it away"
        busy={reset.isPending}
        error={reset.error}
        onConfirm={() => reset.mutate()}
        onClose={() => setOpened(false)}
      >
        <p>
          This takes away their authenticator app, passkeys and recovery codes; their password stays. They are signed
          out everywhere and get a letter. Make sure that it is really {person.name} who asked you.
        </p>
      </ConfirmDialog>
    </Line>
  );
}
