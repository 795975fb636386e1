import type { CompletionView } from '@journeybook/contracts';
import { AttestCard } from './attest-card.js';
import { AwardCard } from './award-card.js';
import css from './completion-desk.module.css';
import { CompletedCard } from './completed-card.js';
import { RequirementGroups } from './requirement-groups-view.js';
import { ReturnedNotice } from './returned-notice.js';
import { StandingCard } from './standing-card.js';

/** Where completion stands, who acts next, and every requirement. */
export function CompletionDesk({ completion }: { completion: CompletionView }) {
  const { may, award } = completion;
  return (
    <div className={css.desk}>
      {award ? <CompletedCard completion={completion} award={award} /> : <StandingCard completion={completion} />}
      <ReturnedNotice completion={completion} />
      {may.attest && <AttestCard completion={completion} />}
      <RequirementGroups completion={completion} />
      {(may.review || may.award) && <AwardCard completion={completion} />}
    </div>
  );
}
