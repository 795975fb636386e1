import type { CompletionView } from '@journeybook/contracts';
import { useSession } from '../../api/read-session.js';
import { AttestCard } from './attest-card.js';
import { AwardCard } from './award-card.js';
import css from './completion-desk.module.css';
import { CompletedCard } from './completed-card.js';
import { RequirementGroups } from './requirement-groups-view.js';
import { ReturnedNotice } from './returned-notice.js';
import { StandingCard } from './standing-card.js';

/** Whether the reader is who attests, once nothing is unmet. */
function useMayAttestLater({ employer, apprentice, attestation, status, requirements }: CompletionView): boolean {
  const { roles, person } = useSession();
  const employs = roles.some(({ role, organization }) => role === 'employer-admin' && organization.id === employer.id);
  const waits = status === 'active' && attestation === null && requirements.some((one) => !one.met);
  return employs && waits && person.id !== apprentice.id;
}

/** Where completion stands, who acts next, and every requirement. */
export function CompletionDesk({ completion }: { completion: CompletionView }) {
  const { may, award } = completion;
  const mayAttestLater = useMayAttestLater(completion);
  return (
    <div className={css.desk}>
      {award ? <CompletedCard completion={completion} award={award} /> : <StandingCard completion={completion} />}
      <ReturnedNotice completion={completion} />
      {(may.attest || mayAttestLater) && <AttestCard completion={completion} />}
      <RequirementGroups completion={completion} />
      {(may.review || may.award) && <AwardCard completion={completion} />}
    </div>
  );
}
