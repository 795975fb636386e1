import type { StandardView as View } from '@journeybook/contracts';
import { Remark } from '../../../ui/done-notice.js';
import { CourseTable } from './course-table.js';
import { EmployersCard } from './employers-card.js';
import { JobBookContents } from './job-book-contents.js';
import { ProcessTable } from './process-table.js';
import { StandardHeader } from './standard-header.js';
import css from './standard-view.module.css';
import { AgencyCard, CredentialsCard, LevelsCard, PoliciesCard } from './terms-cards.js';
import { WagesCard } from './wages-card.js';

/** A published version as one page, also on paper. */
export function StandardView({ standard }: { standard: View }) {
  const { contents } = standard;
  return (
    <div className={css.page}>
      <StandardHeader standard={standard} />
      {contents.jobBookStatus === 'template-unverified' && (
        <Remark>The Job Book is the starter template: each employer must review it before it is relied on.</Remark>
      )}
      <div className={css.columns}>
        <div className="stack">
          <ProcessTable contents={contents} />
          <CourseTable contents={contents} />
          <JobBookContents contents={contents} />
        </div>
        <div className="stack">
          <WagesCard contents={contents} />
          <PoliciesCard contents={contents} />
          <CredentialsCard contents={contents} />
          <LevelsCard contents={contents} />
          <EmployersCard standard={standard} />
          <AgencyCard contents={contents} />
        </div>
      </div>
    </div>
  );
}
