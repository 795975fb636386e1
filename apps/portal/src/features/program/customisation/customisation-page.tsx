import type { CustomisationView, StandardContents } from '@journeybook/contracts';
import type { OrganizationId, StandardId } from '@journeybook/domain';
import { Link } from '@tanstack/react-router';
import { Loading } from '../../../ui/loading.js';
import { PageHeading } from '../../../ui/page-heading.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { useStandard } from '../use-standards.js';
import { ChangesCard } from './changes-card.js';
import { EarlierCard } from './earlier-card.js';
import { JobBookEditor } from './job-book-editor.js';
import css from './customisation-page.module.css';
import { LocalCourses } from './local-courses.js';
import { LocalProcesses } from './local-processes.js';
import { type Customise, useCustomisation, useCustomise } from './use-customisation.js';

interface CustomisationPageProps {
  readonly standard: StandardId;
  readonly employer: OrganizationId;
}

/** The program as an employer has it: local options, sector-specific courses and skills made its own. */
export function CustomisationPage(props: CustomisationPageProps) {
  const own = useCustomisation(props);
  const program = useStandard(props.standard);
  const customise = useCustomise(props);
  const again = useCustomise(props);
  const error = own.error ?? program.error;
  if (own.data && program.data)
    return <Adapted own={own.data} program={program.data.contents} customise={customise} again={again} />;
  return (
    <div className="stack">
      <PageHeading title="Job Book at an employer" />
      {error ? (
        <ProblemNotice error={error} onRetry={() => Promise.all([own.refetch(), program.refetch()])} />
      ) : (
        <Loading what="the Job Book" heights={[90, 160, 300]} />
      )}
    </div>
  );
}

interface AdaptedProps {
  readonly own: CustomisationView;
  readonly program: StandardContents;
  readonly customise: Customise;
  /** For what is made again in one act: its failure is shown beside it, not in a dialog. */
  readonly again: Customise;
}

function Adapted({ own, program, customise, again }: AdaptedProps) {
  const { standard, employer, may } = own;
  return (
    <div className={css.page}>
      <header>
        <PageHeading title={`Job Book at ${employer.name}`} />
        <p className="soft">
          <Link to="/programs/$standard" params={{ standard: standard.id }}>
            {standard.title}, version {standard.version}
          </Link>{' '}
          · hours and levels stay as the program has them, and nothing that is signed is ever lost
        </p>
        {!may.customise && <p className="soft">Only {employer.name} changes it.</p>}
      </header>
      <EarlierCard own={own} customise={again} />
      <div className={css.columns}>
        <JobBookEditor own={own} program={program} customise={customise} />
        <div className="stack">
          <LocalProcesses own={own} program={program} customise={customise} />
          <LocalCourses own={own} customise={customise} />
          <ChangesCard own={own} />
        </div>
      </div>
    </div>
  );
}
