import type { ApprenticeshipId, StandardId } from '@journeybook/domain';
import { Loading } from '../../../ui/loading.js';
import { PageHeading } from '../../../ui/page-heading.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { ChooseVersion } from './choose-version.js';
import { MoveForm } from './move-form.js';
import { useMoveProposal } from './use-move.js';

interface MovePageProps {
  readonly apprenticeship: ApprenticeshipId;
  /** The version to go over to; null lets one choose. */
  readonly to: StandardId | null;
  readonly onChoose: (to: string) => void;
  readonly onMoved: () => void;
}

/** Takes an apprentice over to another version of the program, code by code. */
export function MovePage({ apprenticeship, to, onChoose, onMoved }: MovePageProps) {
  return (
    <div className="stack">
      <PageHeading title="Move to another version" />
      {to === null ? (
        <ChooseVersion apprenticeship={apprenticeship} onChoose={onChoose} />
      ) : (
        <Proposed key={to} apprenticeship={apprenticeship} to={to} onMoved={onMoved} />
      )}
    </div>
  );
}

interface ProposedProps extends Pick<MovePageProps, 'apprenticeship' | 'onMoved'> {
  readonly to: StandardId;
}

function Proposed({ apprenticeship, to, onMoved }: ProposedProps) {
  const proposal = useMoveProposal(apprenticeship, to);
  if (proposal.data) return <MoveForm apprenticeship={apprenticeship} proposal={proposal.data} onMoved={onMoved} />;
  if (proposal.isPending) return <Loading what="the mapping" heights={[200, 120]} />;
  return <ProblemNotice error={proposal.error} onRetry={proposal.refetch} />;
}
