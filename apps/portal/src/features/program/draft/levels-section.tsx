import { Button } from '@mantine/core';
import { memo } from 'react';
import { countOf } from '../../../ui/show-dates.js';
import { TypedField } from '../typed-field.js';
import { type LevelItem, newKey } from './draft-form.js';
import css from './fields.module.css';
import { errorAt, type Finding, findingsOf, placeId } from './place.js';
import { RowFrame } from './row-frame.js';
import { SectionFrame } from './section-frame.js';
import type { SectionProps } from './section-props.js';
import type { EditForm } from './use-draft-form.js';
import { WordsField } from './words-field.js';

const section = 'levels';
const id = (row: string, field: string) => placeId({ section, row, field });

/** The scale on which a mentor signs. */
export function LevelsSection({ form, edit, findings, expanded, onToggle }: SectionProps) {
  const { levels } = form;
  const add = () => {
    const item: LevelItem = {
      key: newKey(),
      level: Math.max(-1, ...levels.map((one) => one.level || 0)) + 1,
      name: '',
    };
    edit.add('levels', item, id(item.key, 'name'));
  };
  return (
    <SectionFrame {...{ section, findings, expanded, onToggle }} summary={countOf(levels.length, 'level')}>
      <ul className={css.rows}>
        {levels.map((one, index) => (
          <LevelRow
            key={one.key}
            item={one}
            first={index === 0}
            last={index === levels.length - 1}
            findings={findingsOf(findings, one.key)}
            edit={edit}
          />
        ))}
      </ul>
      <div className={css.foot}>
        <Button variant="light" onClick={add}>
          Add a level
        </Button>
      </div>
    </SectionFrame>
  );
}

interface LevelRowProps {
  readonly item: LevelItem;
  readonly first: boolean;
  readonly last: boolean;
  readonly findings: readonly Finding[];
  readonly edit: EditForm;
}

const LevelRow = memo(function LevelRow({ item, first, last, findings, edit }: LevelRowProps) {
  const { key, level, name } = item;
  return (
    <RowFrame {...{ edit, first, last, item }} list="levels" name={`level ${level}`}>
      <TypedField
        id={id(key, 'level')}
        kind="count"
        label="Level"
        value={level}
        onChange={(value) => edit.change('levels', key, { level: value ?? Number.NaN })}
        error={errorAt(findings, 'level')}
      />
      <WordsField
        id={id(key, 'name')}
        label="Name"
        value={name}
        onChange={(value) => edit.change('levels', key, { name: value })}
        error={errorAt(findings, 'name')}
      />
    </RowFrame>
  );
});
