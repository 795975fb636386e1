import type { StandardDraftView } from '@journeybook/contracts';
import { Remark } from '../../../ui/done-notice.js';
import { useFolds } from '../../../ui/fold.js';
import { AgencySection } from './agency-section.js';
import { CoursesSection } from './courses-section.js';
import { CredentialsSection } from './credentials-section.js';
import { DraftBar } from './draft-bar.js';
import { DraftHeader } from './draft-header.js';
import css from './draft-editor.module.css';
import { FindingsCard } from './findings-card.js';
import { JobBookSection } from './job-book-section.js';
import { LeaveDialog } from './leave-dialog.js';
import { LevelsSection } from './levels-section.js';
import type { Finding, SectionId } from './place.js';
import { ProcessesSection } from './processes-section.js';
import { ProgramSection } from './program-section.js';
import { RemovedNotice } from './removed-notice.js';
import { RulesSection } from './rules-section.js';
import type { SectionProps } from './section-props.js';
import { type DraftDesk, useDraftForm } from './use-draft-form.js';
import { useShowFinding } from './use-show-finding.js';
import { WagesSection } from './wages-section.js';

/** Everything that a version lays down, to be changed until it is published. */
export function DraftEditor({ draft }: { draft: StandardDraftView }) {
  const desk = useDraftForm(draft);
  const folds = useFolds(['program']);
  const show = useShowFinding(desk.form, folds);
  return (
    <div className={css.page}>
      <DraftHeader view={desk.view} version={desk.form.version} />
      <Notes notes={desk.view.notes} />
      <FindingsCard findings={desk.faults.findings} onShow={show} />
      <Sections desk={desk} folds={folds} />
      <div className={css.bar}>
        <RemovedNotice removed={desk.removed} onPutBack={desk.putBack} />
        <DraftBar desk={desk} onShow={show} />
      </div>
      <div role="status" className="hidden-visually">
        {desk.said}
      </div>
      <LeaveDialog dirty={desk.dirty} />
    </div>
  );
}

/** What the file said and the draft could not take over. */
function Notes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <div role="note" className="stack">
      {notes.map((note) => (
        <Remark key={note}>{note}</Remark>
      ))}
    </div>
  );
}

function Sections({ desk, folds }: { desk: DraftDesk; folds: ReturnType<typeof useFolds> }) {
  const { form, edit, faults } = desk;
  const of = (section: SectionId): SectionProps => ({
    form,
    edit,
    findings: faults.findings.filter((one: Finding) => one.place.section === section),
    expanded: folds.isOpen(section),
    onToggle: folds.toggle,
  });
  return (
    <>
      <ProgramSection {...of('program')} />
      <ProcessesSection {...of('processes')} />
      <JobBookSection {...of('job-book')} isOpen={folds.isOpen} onToggleProcess={folds.toggle} />
      <CoursesSection {...of('courses')} />
      <WagesSection {...of('wages')} />
      <RulesSection {...of('rules')} />
      <CredentialsSection {...of('credentials')} />
      <LevelsSection {...of('levels')} />
      <AgencySection {...of('agency')} />
    </>
  );
}
