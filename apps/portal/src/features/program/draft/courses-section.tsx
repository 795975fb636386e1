import { Button } from '@mantine/core';
import { type CourseCode, type Minutes, sumMinutes } from '@journeybook/domain';
import { useMemo } from 'react';
import { countOf } from '../../../ui/show-dates.js';
import { showHours } from '../../../ui/show-hours.js';
import { CourseRow } from './course-row.js';
import { type CourseItem, type DraftForm, type GroupItem, newKey } from './draft-form.js';
import css from './fields.module.css';
import { GroupRow } from './group-row.js';
import { findingsOf, placeId } from './place.js';
import { SectionFrame } from './section-frame.js';
import type { SectionProps } from './section-props.js';

const section = 'courses';

const emptyCourse = (): CourseItem => ({
  key: newKey(),
  group: null,
  code: '' as CourseCode,
  title: '',
  requiredMinutes: 0 as Minutes,
  local: false,
  safety: false,
});

/** The courses of instruction and the groups of which some are chosen. */
export function CoursesSection({ form, edit, findings, expanded, onToggle }: SectionProps) {
  const { courses, electiveGroups } = form;
  const groups = useMemo(
    () => electiveGroups.map(({ key, code, title }) => ({ value: key, label: title || code })),
    [electiveGroups],
  );
  const add = () => {
    const item = emptyCourse();
    edit.add('courses', item, placeId({ section, row: item.key, field: 'code' }));
  };
  return (
    <SectionFrame {...{ section, findings, expanded, onToggle }} summary={countOf(courses.length, 'course')}>
      <ul className={css.rows}>
        {courses.map((one, index) => (
          <CourseRow
            key={one.key}
            course={one}
            groups={groups}
            first={index === 0}
            last={index === courses.length - 1}
            findings={findingsOf(findings, one.key)}
            edit={edit}
          />
        ))}
      </ul>
      <div className={css.foot}>
        <Button variant="light" onClick={add}>
          Add a course
        </Button>
        <Together form={form} />
      </div>
      <ElectiveGroups {...{ form, edit, findings }} />
    </SectionFrame>
  );
}

function Together({ form }: { form: DraftForm }) {
  const sum = sumMinutes([
    ...form.courses.filter((one) => one.group === null && !one.electiveGroup).map((one) => one.requiredMinutes),
    ...form.electiveGroups.map((one) => one.requiredMinutes),
  ]);
  if (!Number.isFinite(sum)) return null;
  return (
    <p>
      Together <b className="num">{showHours(sum)}</b>{' '}
      <span className="soft">of {showHours(form.rtiMinutes || 0)}</span>
    </p>
  );
}

function ElectiveGroups({ form, edit, findings }: Pick<SectionProps, 'form' | 'edit' | 'findings'>) {
  const { electiveGroups, courses } = form;
  const add = () => {
    const item: GroupItem = { key: newKey(), code: '', title: '', requiredMinutes: 0 as Minutes };
    edit.add('electiveGroups', item, placeId({ section, row: item.key, field: 'code' }));
  };
  const offered = (group: string) =>
    sumMinutes(courses.filter((one) => one.group === group).map((one) => one.requiredMinutes));
  return (
    <div className={css.part}>
      <h3>Elective groups</h3>
      <p className="soft">
        Of the courses of a group some are chosen. They need the hours of the group together, whichever they are.
      </p>
      <ul className={css.rows}>
        {electiveGroups.map((one, index) => (
          <GroupRow
            key={one.key}
            group={one}
            offered={offered(one.key)}
            first={index === 0}
            last={index === electiveGroups.length - 1}
            findings={findingsOf(findings, one.key)}
            edit={edit}
          />
        ))}
      </ul>
      <div>
        <Button variant="light" onClick={add}>
          Add an elective group
        </Button>
      </div>
    </div>
  );
}
