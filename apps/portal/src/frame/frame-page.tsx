import { lazy, Suspense } from 'react';
import { Loading } from '../ui/loading.js';
import { PageHeading } from '../ui/page-heading.js';
import type { OpenSession } from './launch.js';
import type { Opening } from './opening.js';

const SectionPage = lazy(() =>
  import('../features/instruction/section-page.js').then((module) => ({ default: module.SectionPage })),
);
const LearnerPage = lazy(() => import('./learner-page.js').then((module) => ({ default: module.LearnerPage })));

/** What somebody sees who launched with this role: the course's people, the own record, or a word of explanation. */
export function FramePage({ session, opening }: { session: OpenSession; opening: Opening | null }) {
  return <Suspense fallback={<Loading what="your course" />}>{pageFor(session, opening)}</Suspense>;
}

function pageFor(session: OpenSession, opening: Opening | null) {
  switch (session.role) {
    case 'instructor':
    case 'assistant':
      return <SectionPage />;
    case 'learner':
      return <LearnerPage opening={opening} />;
    case 'visitor':
      return (
        <div className="card stack">
          <PageHeading title={session.section.title} />
          <p>
            Journeybook keeps the record of apprentices in this course. Your learning platform says that you are neither
            an instructor nor a learner here, so there is nothing to show. If that is wrong, ask whoever manages the
            course.
          </p>
        </div>
      );
  }
}
