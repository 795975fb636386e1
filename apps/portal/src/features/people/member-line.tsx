import { Button } from '@mantine/core';
import { endpoints, type OwnOrganization } from '@journeybook/contracts';
import { useState } from 'react';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Line } from '../../ui/line.js';
import { showDate, showInstantDate } from '../../ui/show-dates.js';
import { roleNames } from '../session/role-names.js';
import { usePeopleAct } from './use-people.js';

type Member = OwnOrganization['people'][number];
type HeldRole = Member['roles'][number];

interface MemberLineProps {
  readonly member: Member;
  readonly organization: string;
  readonly onDone: (words: string) => void;
}

/** One person with their roles, and when they were here last. */
export function MemberLine({ member, organization, onDone }: MemberLineProps) {
  const { person, email, lastSignedInAt, roles } = member;
  return (
    <Line title={person.name}>
      {email && <p>{email}</p>}
      <p>{lastSignedInAt ? `last signed in on ${showInstantDate(lastSignedInAt)}` : 'has not signed in yet'}</p>
      <ul>
        {roles.map((role) => (
          <RoleLine key={role.membership} name={person.name} held={role} organization={organization} onDone={onDone} />
        ))}
      </ul>
    </Line>
  );
}

interface RoleLineProps extends Omit<MemberLineProps, 'member'> {
  readonly name: string;
  readonly held: HeldRole;
}

function RoleLine({ name, held, organization, onDone }: RoleLineProps) {
  const [opened, setOpened] = useState(false);
  const role = roleNames[held.role];
  const end = usePeopleAct((client, membership: string) => client(endpoints.endRole, { params: { membership } }));
  const confirm = () =>
    end.mutate(held.membership, {
      onSuccess: () => {
        setOpened(false);
        onDone(`${name} has no role as ${role.toLowerCase()} here any more.`);
      },
    });
  return (
    <Line
      title={role}
      end={
        held.mayEnd && (
          <Button
            variant="default"
            aria-label={`End the role of ${name} as ${role.toLowerCase()}`}
            onClick={() => setOpened(true)}
          >
            End
          </Button>
        )
      }
    >
      since {showDate(held.since)}
      {held.until && `, until ${showDate(held.until)}`}
      <ConfirmDialog
        opened={opened}
        title={`End the role of ${name}?`}
        action="End the role"
        busy={end.isPending}
        error={end.error}
        onConfirm={confirm}
        onClose={() => setOpened(false)}
      >
        <p>
          As {role.toLowerCase()} of {organization}, {name} sees nothing any more from this minute on.
          {held.role === 'mentor' && ' Their assignments here end too.'} What they signed stays signed by them.
        </p>
      </ConfirmDialog>
    </Line>
  );
}
