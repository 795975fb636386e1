import type { ApprenticeshipId } from '@journeybook/domain';
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../api/read-session.js';
import { JobBookPage } from '../features/competency/job-book-page.js';
import { ClassesPage } from '../features/instruction/classes-page.js';
import { type Opened, readOpened, writeOpened } from '../features/record/opened.js';
import { RecordPage } from '../features/record/record-page.js';
import { Empty } from '../ui/empty.js';
import { PageHeading } from '../ui/page-heading.js';
import css from './record-routes.module.css';

const ownRecord = getRouteApi('/signed-in/record');
const record = getRouteApi('/signed-in/apprentices/$apprenticeship');
const jobBook = getRouteApi('/signed-in/apprentices/$apprenticeship/job-book');
const classes = getRouteApi('/signed-in/apprentices/$apprenticeship/classes');

function Own({ title, children }: { title: string; children: (own: ApprenticeshipId) => ReactNode }) {
  const { ownApprenticeship } = useSession();
  if (ownApprenticeship) return children(ownApprenticeship);
  return (
    <div className="stack">
      <PageHeading title={title} />
      <Empty title="You have no apprenticeship here yet">Your sponsor registers it; then your record begins.</Empty>
    </div>
  );
}

const search = (opened: Opened | null) => (opened ? { open: writeOpened(opened) } : {});

/** The record of the apprentice who is signed in. */
export function OwnRecordRoute() {
  const navigate = useNavigate();
  const { open } = ownRecord.useSearch();
  return (
    <Own title="My record">
      {(own) => (
        <RecordPage
          apprenticeship={own}
          title="My record"
          opened={readOpened(open)}
          onOpen={(opened) => navigate({ to: '/record', search: search(opened), resetScroll: false })}
          actions={
            <Link to="/log" className={css.action}>
              Log hours
            </Link>
          }
          jobBook={(children) => <Link to="/job-book">{children}</Link>}
        />
      )}
    </Own>
  );
}

/** The Job Book of the apprentice who is signed in. */
export const OwnJobBookRoute = () => <Own title="Job Book">{(own) => <JobBookPage apprenticeship={own} />}</Own>;

/** The classes of the apprentice who is signed in. */
export const OwnClassesRoute = () => (
  <Own title="Classes">
    {(own) => (
      <ClassesPage
        apprenticeship={own}
        entriesOf={(open, children) => (
          <Link to="/record" search={{ open }}>
            {children}
          </Link>
        )}
      />
    )}
  </Own>
);

/** Somebody else's record, for a mentor, the employer or the sponsor. */
export function RecordRoute() {
  const navigate = useNavigate();
  const { apprenticeship } = record.useParams();
  const { open } = record.useSearch();
  return (
    <div className="stack">
      <RecordTabs apprenticeship={apprenticeship} />
      <RecordPage
        apprenticeship={apprenticeship as ApprenticeshipId}
        title={null}
        opened={readOpened(open)}
        onOpen={(opened) =>
          navigate({
            to: '/apprentices/$apprenticeship',
            params: { apprenticeship },
            search: search(opened),
            resetScroll: false,
          })
        }
        jobBook={(children) => (
          <Link to="/apprentices/$apprenticeship/job-book" params={{ apprenticeship }}>
            {children}
          </Link>
        )}
      />
    </div>
  );
}

/** Somebody else's Job Book, where a mentor signs off. */
export function JobBookRoute() {
  const { apprenticeship } = jobBook.useParams();
  return (
    <div className="stack">
      <RecordTabs apprenticeship={apprenticeship} />
      <JobBookPage apprenticeship={apprenticeship as ApprenticeshipId} />
    </div>
  );
}

/** Somebody else's classes. */
export function ClassesRoute() {
  const { apprenticeship } = classes.useParams();
  return (
    <div className="stack">
      <RecordTabs apprenticeship={apprenticeship} />
      <ClassesPage
        apprenticeship={apprenticeship as ApprenticeshipId}
        entriesOf={(open, children) => (
          <Link to="/apprentices/$apprenticeship" params={{ apprenticeship }} search={{ open }}>
            {children}
          </Link>
        )}
      />
    </div>
  );
}

function RecordTabs({ apprenticeship }: { apprenticeship: string }) {
  const look = { className: css.tab ?? '', activeProps: { className: css.active ?? '' }, params: { apprenticeship } };
  return (
    <nav aria-label="Parts of the record" className={css.tabs}>
      <Link {...look} to="/apprentices/$apprenticeship" activeOptions={{ exact: true, includeSearch: false }}>
        Record
      </Link>
      <Link {...look} to="/apprentices/$apprenticeship/job-book">
        Job Book
      </Link>
      <Link {...look} to="/apprentices/$apprenticeship/classes">
        Classes
      </Link>
    </nav>
  );
}
