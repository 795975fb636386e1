import { Button } from '@mantine/core';
import type { SectionView } from '@journeybook/contracts';
import { showPercent } from '../../ui/course-standing.js';
import { showHours } from '../../ui/show-hours.js';
import { policyWords } from './policy-fields.js';

type Proposal = NonNullable<SectionView['proposal']>;

interface ProposedMappingProps {
  readonly proposal: Proposal;
  readonly busy: boolean;
  readonly onTake: () => void;
}

/** What the course that this one was copied from was; only a person's click takes it over. */
export const ProposedMapping = ({ proposal, busy, onTake }: ProposedMappingProps) => (
  <section className="card stack" aria-labelledby="proposal">
    <h2 id="proposal">As in “{proposal.from}”?</h2>
    <p>
      This course was copied from it, and {proposal.by} said it is {proposal.title}: {showHours(proposal.minutes)}, pass
      mark {showPercent(proposal.passMarkPercent)}, {policyWords(proposal)}.
    </p>
    {proposal.confirmedBy === 'grade' && (
      <p className="soft">When you take it over, you answer for the hours that a passing grade credits.</p>
    )}
    <div>
      <Button type="button" loading={busy} onClick={onTake}>
        Yes, take it over
      </Button>
    </div>
  </section>
);
