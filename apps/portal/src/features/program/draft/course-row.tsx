import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { CourseCode, Minutes } from '@journeybook/domain';
import { memo } from 'react';
import { TypedField } from '../typed-field.js';
import type { CourseItem } from './draft-form.js';
import css from './fields.module.css';
import { errorAt, type Finding, placeId } from './place.js';
import { RowFrame } from './row-frame.js';
import type { EditForm } from './use-draft-form.js';
import { WordsField } from './words-field.js';

interface CourseRowProps {
  readonly course: CourseItem;
  readonly groups: readonly { readonly value: string; readonly label: string }[];
  readonly first: boolean;
  readonly last: boolean;
  readonly findings: readonly Finding[];
  readonly edit: EditForm;
}

const id = (row: string, field: string) => placeId({ section: 'courses', row, field });

/** A course: required, or one of a group that may be chosen. */
export const CourseRow = memo(function CourseRow(props: CourseRowProps) {
  const { course, groups, first, last, findings, edit } = props;
  const { key, code, group, electiveGroup } = course;
  const change = (part: Partial<CourseItem>) => edit.change('courses', key, part);
  const stray = group === null && electiveGroup !== undefined;
  return (
    <RowFrame {...{ edit, first, last }} list="courses" item={course} name={code || 'this course'}>
      <TextInput
        id={id(key, 'code')}
        label="Code"
        value={code}
        maxLength={40}
        onChange={(event) => change({ code: event.currentTarget.value as CourseCode })}
        error={errorAt(findings, 'code')}
      />
      <WordsField
        id={id(key, 'title')}
        label="Title"
        value={course.title}
        onChange={(value) => change({ title: value })}
        error={errorAt(findings, 'title')}
      />
      <div className={css.pair}>
        <TypedField
          id={id(key, 'requiredMinutes')}
          kind="hours"
          label="Hours"
          value={course.requiredMinutes}
          onChange={(value) => change({ requiredMinutes: (value ?? Number.NaN) as Minutes })}
          error={errorAt(findings, 'requiredMinutes')}
        />
      </div>
      <div className={css.checks}>
        <Checkbox
          label="Local, named by the employer"
          checked={course.local}
          onChange={(event) => change({ local: event.currentTarget.checked })}
        />
        <Checkbox
          label="Safety training"
          checked={course.safety ?? false}
          onChange={(event) => change({ safety: event.currentTarget.checked })}
        />
        {(groups.length > 0 || stray) && (
          <NativeSelect
            id={id(key, 'group')}
            aria-label={`Is ${code || 'this course'} required?`}
            value={group ?? (stray ? electiveGroup : '')}
            // What the file called the group goes with the choice.
            onChange={(event) => change({ group: event.currentTarget.value || null, electiveGroup: undefined })}
            data={[
              { value: '', label: 'required' },
              ...(stray ? [{ value: electiveGroup, label: `${electiveGroup}, not listed`, disabled: true }] : []),
              ...groups.map((one) => ({ value: one.value, label: `choice of ${one.label}` })),
            ]}
            error={errorAt(findings, 'group')}
          />
        )}
      </div>
    </RowFrame>
  );
});
