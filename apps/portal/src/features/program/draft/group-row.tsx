import { TextInput } from '@mantine/core';
import type { Minutes } from '@journeybook/domain';
import { memo } from 'react';
import { showHours } from '../../../ui/show-hours.js';
import { TypedField } from '../typed-field.js';
import type { GroupItem } from './draft-form.js';
import css from './fields.module.css';
import { errorAt, type Finding, placeId } from './place.js';
import { RowFrame } from './row-frame.js';
import type { EditForm } from './use-draft-form.js';
import { WordsField } from './words-field.js';

interface GroupRowProps {
  readonly group: GroupItem;
  /** Minutes that its courses have. */
  readonly offered: number;
  readonly first: boolean;
  readonly last: boolean;
  readonly findings: readonly Finding[];
  readonly edit: EditForm;
}

const id = (row: string, field: string) => placeId({ section: 'courses', row, field });

/** A group of courses of which some are chosen. */
export const GroupRow = memo(function GroupRow({ group, offered, first, last, findings, edit }: GroupRowProps) {
  const { key, code } = group;
  const change = (part: Partial<GroupItem>) => edit.change('electiveGroups', key, part);
  return (
    <RowFrame {...{ edit, first, last }} list="electiveGroups" item={group} name={code || 'this group'}>
      <TextInput
        id={id(key, 'code')}
        label="Code"
        value={code}
        maxLength={40}
        onChange={(event) => change({ code: event.currentTarget.value })}
        error={errorAt(findings, 'code')}
      />
      <WordsField
        id={id(key, 'title')}
        label="Title"
        value={group.title}
        onChange={(value) => change({ title: value })}
        error={errorAt(findings, 'title')}
      />
      <div className={css.pair}>
        <TypedField
          id={id(key, 'requiredMinutes')}
          kind="hours"
          label="Hours"
          value={group.requiredMinutes}
          onChange={(value) => change({ requiredMinutes: (value ?? Number.NaN) as Minutes })}
          error={errorAt(findings, 'requiredMinutes')}
        />
      </div>
      {Number.isFinite(offered) && (
        <div className={css.checks}>
          <span className="soft">Its courses have {showHours(offered)}</span>
        </div>
      )}
    </RowFrame>
  );
});
