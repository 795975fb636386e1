import { Button } from '@mantine/core';
import type { TaughtSections, TaughtSectionSummary } from '@journeybook/contracts';
import type { SectionId } from '@journeybook/domain';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../../api/read-session.js';
import { Empty } from '../../../ui/empty.js';
import { Line } from '../../../ui/line.js';
import { Loading } from '../../../ui/loading.js';
import { PageHeading } from '../../../ui/page-heading.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { countOf, showDate } from '../../../ui/show-dates.js';
import { BeginSectionForm } from './begin-section-form.js';
import css from './teaching.module.css';
import { useTaughtSections } from './use-teaching.js';

interface SectionsPageProps {
  readonly linkTo: (section: SectionId, children: ReactNode) => ReactNode;
  readonly onBegun: (section: SectionId) => void;
}

/** The courses that somebody teaches without a learning platform. */
export function SectionsPage(props: SectionsPageProps) {
  const sections = useTaughtSections();
  return (
    <div className={css.page}>
      <PageHeading title="Sections" />
      {sections.isPending && <Loading what="your sections" heights={[44, 180]} />}
      <ProblemNotice error={sections.error} onRetry={sections.refetch} />
      {sections.data && <Sections view={sections.data} {...props} />}
    </div>
  );
}

function Sections({ view, linkTo, onBegun }: SectionsPageProps & { view: TaughtSections }) {
  const [beginning, setBeginning] = useState(false);
  const { sections } = view;
  // Where no program has a course, there is nothing to teach.
  const colleges = view.colleges.filter(({ choices }) => choices.length > 0);
  return (
    <>
      <p className="soft">
        Courses that you teach without Canvas, Moodle or the like. Those in a learning platform are confirmed there.
      </p>
      {colleges.length === 0 && (
        <Empty title="There is no course to teach yet">
          No sponsor that your college works with has published a program with courses.
        </Empty>
      )}
      {colleges.length > 0 && !beginning && (
        <div>
          <Button onClick={() => setBeginning(true)}>Begin a section</Button>
        </div>
      )}
      {beginning && <BeginSectionForm colleges={colleges} onBegun={onBegun} onClose={() => setBeginning(false)} />}
      {sections.length === 0 && colleges.length > 0 && !beginning && (
        <Empty title="You teach no section yet">
          Begin one, add the apprentices who attend, and confirm at the end who completed it.
        </Empty>
      )}
      {sections.length > 0 && (
        <ul className="card" aria-label="Sections">
          {sections.map((one) => (
            <Line key={one.id} title={linkTo(one.id, one.title)}>
              <SectionFacts section={one} />
            </Line>
          ))}
        </ul>
      )}
    </>
  );
}

function SectionFacts({ section }: { section: TaughtSectionSummary }) {
  const { person } = useSession();
  const { course, startsOn, endsOn, learners, credited, teacher } = section;
  const facts = [
    `${course.title} (${course.code})`,
    `${showDate(startsOn)} to ${showDate(endsOn)}`,
    `${countOf(learners, 'attends', 'attend')}, ${credited} credited`,
    ...(teacher.id === person.id ? [] : [`taught by ${teacher.name}`]),
  ];
  return <>{facts.join(' · ')}</>;
}
