import { Fold, useFolds } from '../../../ui/fold.js';
import { countFindings } from './count-findings.js';
import { FindingsList } from './findings-list.js';
import type { Finding } from './place.js';

interface FindingsCardProps {
  readonly findings: readonly Finding[];
  readonly onShow: (finding: Finding) => void;
}

/** What keeps the draft from being published, and what to look at. */
export function FindingsCard({ findings, onShow }: FindingsCardProps) {
  const folds = useFolds(['findings']);
  if (findings.length === 0)
    return (
      <section id="findings" className="card" tabIndex={-1}>
        <p>
          <b>Nothing is wrong.</b> This draft can be published.
        </p>
      </section>
    );
  return (
    <Fold
      id="findings"
      title="What to put right"
      summary={countFindings(findings)}
      expanded={folds.isOpen('findings')}
      onToggle={() => folds.toggle('findings')}
    >
      <FindingsList findings={findings} onShow={onShow} />
    </Fold>
  );
}
