import { Button } from '@mantine/core';
import type { StandardSummary } from '@journeybook/contracts';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Empty } from '../../ui/empty.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { groupStandards } from './group-standards.js';
import { ImportDialog } from './import-dialog.js';
import { NewVersionDialog } from './new-version-dialog.js';
import { ProgramCard } from './program-card.js';
import { useStandards } from './use-standards.js';

/** Every program one has to do with, by occupation: its published versions and, for the sponsor, its drafts. */
export function ProgramsPage() {
  const standards = useStandards();
  const list = standards.data?.standards ?? [];
  return (
    <div className="stack">
      <div className="row between">
        <PageHeading title="Programs" />
        {standards.data?.mayDraft && <Beginnings standards={list} />}
      </div>
      {standards.isPending && <Loading what="the programs" heights={[220]} />}
      <ProblemNotice error={standards.error} onRetry={standards.refetch} />
      {standards.isSuccess && list.length === 0 && (
        <Empty title="No program yet">
          {standards.data.mayDraft
            ? 'Begin with the IMT program as it ships, or import one from a file.'
            : 'A program appears here when your sponsor has published it.'}
        </Empty>
      )}
      {groupStandards(list).map((group) => (
        <ProgramCard key={group.key} group={group} />
      ))}
    </div>
  );
}

/** The two ways in which a draft begins. */
function Beginnings({ standards }: { standards: readonly StandardSummary[] }) {
  const [asking, setAsking] = useState<'version' | 'import' | null>(null);
  const navigate = useNavigate();
  const open = (draft: string) => navigate({ to: '/programs/drafts/$draft', params: { draft } });
  const close = () => setAsking(null);
  return (
    <div className="row">
      <Button variant="default" onClick={() => setAsking('import')}>
        Import…
      </Button>
      <Button onClick={() => setAsking('version')}>New version…</Button>
      <NewVersionDialog opened={asking === 'version'} from={null} standards={standards} onClose={close} onMade={open} />
      <ImportDialog opened={asking === 'import'} onClose={close} onMade={open} />
    </div>
  );
}
