import { Button } from '@mantine/core';
import type { OwnOrganization, PartnerView } from '@journeybook/contracts';
import { useState } from 'react';
import { Badge } from '../../ui/badge.js';
import { Empty } from '../../ui/empty.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { Line } from '../../ui/line.js';
import { countOf } from '../../ui/show-dates.js';
import { InvitationLine } from './invitation-line.js';
import { InviteForm } from './invite-form.js';
import { InvitePartnerForm } from './invite-partner-form.js';

const kindNames = { sponsor: 'Sponsor', employer: 'Employer', college: 'College' } as const;

interface PartnersCardProps {
  readonly sponsor: OwnOrganization;
  readonly partners: readonly PartnerView[];
  readonly onDone: (words: string) => void;
}

/** Employers and colleges that work with a sponsor, and the way to bring in another. */
export function PartnersCard({ sponsor, partners, onDone }: PartnersCardProps) {
  const [opened, setOpened] = useState(false);
  const invited = (words: string) => {
    setOpened(false);
    onDone(words);
  };
  return (
    <section className="card stack" aria-labelledby={`partners-${sponsor.id}`}>
      <h2 id={`partners-${sponsor.id}`}>Employers and colleges</h2>
      {partners.length === 0 && (
        <Empty title="Nobody works with you yet">Invite the employers of your program and its college.</Empty>
      )}
      <ul aria-labelledby={`partners-${sponsor.id}`}>
        {partners.map((one) => (
          <PartnerLine key={one.id} partner={one} onDone={onDone} />
        ))}
      </ul>
      <div>
        <Button onClick={() => setOpened(true)}>Invite an employer or a college</Button>
        <FormDialog opened={opened} title="Invite an employer or a college" onClose={() => setOpened(false)}>
          <InvitePartnerForm sponsor={sponsor.id} onDone={invited} onClose={() => setOpened(false)} />
        </FormDialog>
      </div>
    </section>
  );
}

function PartnerLine({ partner, onDone }: { partner: PartnerView; onDone: (words: string) => void }) {
  const { name, kind, administrators, invitations, mayInvite } = partner;
  const [opened, setOpened] = useState(false);
  const invited = (words: string) => {
    setOpened(false);
    onDone(words);
  };
  const isAlone = administrators === 0 && invitations.length === 0;
  return (
    <>
      <Line
        title={name}
        end={
          <>
            {administrators === 0 && <Badge tone="wait">no administrator yet</Badge>}
            {isAlone && mayInvite.length > 0 && (
              <Button
                variant="default"
                aria-label={`Invite an administrator of ${name}`}
                onClick={() => setOpened(true)}
              >
                Invite an administrator
              </Button>
            )}
          </>
        }
      >
        {kindNames[kind]}
        {administrators > 0 && ` · ${countOf(administrators, 'administrator')}`}
        <FormDialog opened={opened} title={`Invite to ${name}`} onClose={() => setOpened(false)}>
          <InviteForm organization={partner} onDone={invited} onClose={() => setOpened(false)} />
        </FormDialog>
      </Line>
      {invitations.map((one) => (
        <InvitationLine key={one.id} invitation={one} onDone={onDone} />
      ))}
    </>
  );
}
