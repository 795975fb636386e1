import { Button } from '@mantine/core';
import type { ApprenticeshipId } from '@journeybook/domain';
import { Empty } from '../../../ui/empty.js';
import { Loading } from '../../../ui/loading.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { useAgreement } from './use-move.js';

/** The versions an apprentice could go over to: of the same occupation, and never bound to before. */
export function ChooseVersion(props: { apprenticeship: ApprenticeshipId; onChoose: (to: string) => void }) {
  const agreement = useAgreement(props.apprenticeship);
  if (agreement.isPending) return <Loading what="the versions" heights={[140]} />;
  if (!agreement.data) return <ProblemNotice error={agreement.error} onRetry={agreement.refetch} />;
  const { apprentice, standard, otherVersions, may } = agreement.data;
  if (otherVersions.length === 0)
    return (
      <Empty title="There is no other version">
        {apprentice.name} is bound to version {standard.version}. To move, another version of this occupation has to be
        published first.
      </Empty>
    );
  if (!may.move)
    return (
      <Empty title="Nothing to move here">
        Only the sponsor moves an apprentice to another version, while the record is open.
      </Empty>
    );
  return (
    <section className="card stack" aria-labelledby="versions">
      <h2 id="versions">Which version?</h2>
      <p>
        {apprentice.name} is bound to version <b>{standard.version}</b> now.
      </p>
      <div className="row">
        {otherVersions.map((one) => (
          <Button key={one.id} variant="default" onClick={() => props.onChoose(one.id)}>
            Version {one.version}
          </Button>
        ))}
      </div>
    </section>
  );
}
