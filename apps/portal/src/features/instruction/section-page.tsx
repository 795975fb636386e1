import { useState } from 'react';
import { Empty } from '../../ui/empty.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { MapCourse } from './map-course.js';
import { SectionDesk } from './section-desk.js';
import { useSection } from './use-section.js';

/** The course as its instructor sees it: first which RTI course it is, then who completed it. */
export function SectionPage() {
  const section = useSection();
  const [mapping, setMapping] = useState(false);
  const leaveMapping = () => {
    setMapping(false);
    // The button stands at the end of a long list; the learners begin at the top.
    window.scrollTo(0, 0);
  };
  if (section.isPending) return <Loading what="the course" heights={[48, 260]} />;
  if (!section.data) return <ProblemNotice error={section.error} onRetry={section.refetch} />;
  const { mapping: course, may, title } = section.data;
  if (course && !mapping)
    return (
      <div className="stack">
        <ProblemNotice error={section.error} onRetry={section.refetch} />
        <SectionDesk section={section.data} course={course} onChangeCourse={() => setMapping(true)} />
      </div>
    );
  if (!may.map)
    return (
      <div className="stack">
        <PageHeading title={title} />
        <Empty title="Nobody has said yet which RTI course this is">An instructor of the course chooses it here.</Empty>
      </div>
    );
  return (
    <MapCourse
      section={section.data}
      onSend={() => setMapping(true)}
      onDone={leaveMapping}
      onCancel={course && (() => setMapping(false))}
    />
  );
}
