import { Link, getRouteApi, useNavigate } from '@tanstack/react-router';
import { JobBookPage } from '../features/competency/job-book-page.js';
import { PaidHoursPage } from '../features/hours/paid-hours-page.js';
import { ClassesPage } from '../features/instruction/classes-page.js';
import { type Opened, readOpened, writeOpened } from '../features/record/opened.js';
import { RecordPage } from '../features/record/record-page.js';
import { AskMentorLink } from './ask-mentor-link.js';
import { OwnPage } from './own-page.js';
import { recordActs } from './record-acts.js';
import css from './record-routes.module.css';
import { SomebodysRecord } from './somebodys-record.js';

const ownRecord = getRouteApi('/signed-in/record');
const record = getRouteApi('/signed-in/apprentices/$apprenticeship');
const jobBook = getRouteApi('/signed-in/apprentices/$apprenticeship/job-book');
const classes = getRouteApi('/signed-in/apprentices/$apprenticeship/classes');
const paidHours = getRouteApi('/signed-in/apprentices/$apprenticeship/paid-hours');

const search = (opened: Opened | null) => (opened ? { open: writeOpened(opened) } : {});

/** The record of the apprentice who is signed in. */
export function OwnRecordRoute() {
  const navigate = useNavigate();
  const { open } = ownRecord.useSearch();
  return (
    <OwnPage title="My record">
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
          actsOn={recordActs}
          jobBook={(children) => <Link to="/job-book">{children}</Link>}
        />
      )}
    </OwnPage>
  );
}

/** The Job Book of the apprentice who is signed in. */
export const OwnJobBookRoute = () => (
  <OwnPage title="Job Book">
    {(own) => (
      <>
        <AskMentorLink />
        <JobBookPage apprenticeship={own} />
      </>
    )}
  </OwnPage>
);

/** The classes of the apprentice who is signed in. */
export const OwnClassesRoute = () => (
  <OwnPage title="Classes">
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
  </OwnPage>
);

/** Somebody else's record, for a mentor, the employer or the sponsor. */
export function RecordRoute() {
  const navigate = useNavigate();
  const { apprenticeship } = record.useParams();
  const { open } = record.useSearch();
  return (
    <SomebodysRecord apprenticeship={apprenticeship}>
      {(id) => (
        <RecordPage
          apprenticeship={id}
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
          actsOn={recordActs}
          jobBook={(children) => (
            <Link to="/apprentices/$apprenticeship/job-book" params={{ apprenticeship }}>
              {children}
            </Link>
          )}
        />
      )}
    </SomebodysRecord>
  );
}

/** Somebody else's Job Book, where a mentor signs off. */
export function JobBookRoute() {
  const { apprenticeship } = jobBook.useParams();
  return (
    <SomebodysRecord apprenticeship={apprenticeship}>{(id) => <JobBookPage apprenticeship={id} />}</SomebodysRecord>
  );
}

/** Somebody else's classes. */
export function ClassesRoute() {
  const { apprenticeship } = classes.useParams();
  return (
    <SomebodysRecord apprenticeship={apprenticeship}>
      {(id) => (
        <ClassesPage
          apprenticeship={id}
          entriesOf={(open, children) => (
            <Link to="/apprentices/$apprenticeship" params={{ apprenticeship }} search={{ open }}>
              {children}
            </Link>
          )}
        />
      )}
    </SomebodysRecord>
  );
}

/** What payroll paid an apprentice for; for the employer. */
export function PaidHoursRoute() {
  const { apprenticeship } = paidHours.useParams();
  return (
    <SomebodysRecord apprenticeship={apprenticeship}>{(id) => <PaidHoursPage apprenticeship={id} />}</SomebodysRecord>
  );
}
