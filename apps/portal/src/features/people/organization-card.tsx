import { Button } from '@mantine/core';
import type { OwnOrganization } from '@journeybook/contracts';
import { useState } from 'react';
import { FormDialog } from '../../ui/form-dialog.js';
import { InvitationLine } from './invitation-line.js';
import { InviteForm } from './invite-form.js';
import { MemberLine } from './member-line.js';

interface OrganizationCardProps {
  readonly organization: OwnOrganization;
  readonly onDone: (words: string) => void;
}

/** The people of one organisation, who is invited, and the way to invite somebody. */
export function OrganizationCard({ organization, onDone }: OrganizationCardProps) {
  const { id, name, people, invitations } = organization;
  const [opened, setOpened] = useState(false);
  const invited = (words: string) => {
    setOpened(false);
    onDone(words);
  };
  return (
    <section className="card stack" aria-labelledby={`people-${id}`}>
      <h2 id={`people-${id}`}>{name}</h2>
      <ul aria-label={`People of ${name}`}>
        {people.map((one) => (
          <MemberLine key={one.person.id} member={one} organization={name} onDone={onDone} />
        ))}
      </ul>
      {invitations.length > 0 && (
        <>
          <h3>Invited</h3>
          <ul aria-label={`Invited to ${name}`}>
            {invitations.map((one) => (
              <InvitationLine key={one.id} invitation={one} onDone={onDone} />
            ))}
          </ul>
        </>
      )}
      <div>
        <Button onClick={() => setOpened(true)}>Invite somebody</Button>
        <FormDialog opened={opened} title={`Invite to ${name}`} onClose={() => setOpened(false)}>
          <InviteForm organization={organization} onDone={invited} onClose={() => setOpened(false)} />
        </FormDialog>
      </div>
    </section>
  );
}
