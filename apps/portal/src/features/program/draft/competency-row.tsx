import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { CompetencyCode } from '@journeybook/domain';
import { memo, useState } from 'react';
import { methodNames } from '../standard-words.js';
import type { CompetencyItem, LevelItem } from './draft-form.js';
import css from './fields.module.css';
import { errorAt, type Finding, placeId } from './place.js';
import { RowFrame } from './row-frame.js';
import type { EditForm } from './use-draft-form.js';
import { WordsField } from './words-field.js';

/** The id of a field of a competency. */
export const competencyField = (row: string, field: string) => placeId({ section: 'job-book', row, field });

interface CompetencyRowProps {
  readonly competency: CompetencyItem;
  readonly first: boolean;
  readonly last: boolean;
  readonly levels: readonly LevelItem[];
  readonly processes: readonly { readonly value: string; readonly label: string }[];
  readonly findings: readonly Finding[];
  readonly edit: EditForm;
}

/** A competency: its code and title, and behind a button how it is judged and at which level. */
export const CompetencyRow = memo(function CompetencyRow(props: CompetencyRowProps) {
  const { competency, first, last, findings, edit } = props;
  const { key, code, title, requiredLevel, evaluation = 'observation' } = competency;
  const [opened, setOpened] = useState(false);
  const inside = ['requiredLevel', 'process', 'evaluation', 'evaluationMethod'];
  const shown = opened || findings.some((one) => inside.includes(one.place.field));
  const change = (part: Partial<CompetencyItem>) => edit.change('competencies', key, part);
  return (
    <RowFrame {...{ edit, first, last }} list="competencies" item={competency} name={code || 'this competency'}>
      <TextInput
        id={competencyField(key, 'code')}
        label="Code"
        value={code}
        maxLength={40}
        onChange={(event) => change({ code: event.currentTarget.value as CompetencyCode })}
        error={errorAt(findings, 'code')}
      />
      <WordsField
        id={competencyField(key, 'title')}
        label="Title"
        value={title}
        onChange={(value) => change({ title: value })}
        error={errorAt(findings, 'title')}
      />
      <div className={css.judged}>
        <Button
          variant="subtle"
          aria-expanded={shown}
          aria-label={`${code}: level ${requiredLevel}, ${methodNames[evaluation]}. Change`}
          onClick={() => setOpened(!shown)}
        >
          level {requiredLevel} · {methodNames[evaluation]}
        </Button>
      </div>
      {shown && <Judging {...props} change={change} />}
    </RowFrame>
  );
});

interface JudgingProps extends CompetencyRowProps {
  readonly change: (part: Partial<CompetencyItem>) => void;
}

function Judging({ competency, levels, processes, findings, change }: JudgingProps) {
  const { key, requiredLevel, evaluation = 'observation', evaluationMethod, process, workProcess } = competency;
  const known = levels.some(({ level }) => level === requiredLevel);
  return (
    <div className={css.more}>
      <div className={css.grid}>
        <NativeSelect
          id={competencyField(key, 'requiredLevel')}
          label="Signed off at"
          value={String(requiredLevel)}
          onChange={(event) => change({ requiredLevel: Number(event.currentTarget.value) })}
          data={[
            ...(known ? [] : [{ value: String(requiredLevel), label: `Level ${requiredLevel}, not on the scale` }]),
            ...levels.map(({ level, name }) => ({ value: String(level), label: `${level} ${name}` })),
          ]}
          error={errorAt(findings, 'requiredLevel')}
        />
        <NativeSelect
          id={competencyField(key, 'evaluation')}
          label="Judged by"
          value={evaluation}
          onChange={(event) => change({ evaluation: event.currentTarget.value as typeof evaluation })}
          data={Object.entries(methodNames).map(([value, label]) => ({ value, label }))}
        />
        <div className={css.whole}>
          <WordsField
            id={competencyField(key, 'evaluationMethod')}
            label="How, in the program’s words"
            maxLength={500}
            value={evaluationMethod}
            onChange={(value) => change({ evaluationMethod: value })}
            error={errorAt(findings, 'evaluationMethod')}
          />
        </div>
        <div className={css.whole}>
          <NativeSelect
            id={competencyField(key, 'process')}
            label="Belongs to"
            value={process ?? ''}
            onChange={(event) => change({ process: event.currentTarget.value })}
            data={[
              ...(process === null ? [{ value: '', label: `${workProcess}, not listed`, disabled: true }] : []),
              ...processes,
            ]}
            error={errorAt(findings, 'process')}
          />
        </div>
      </div>
    </div>
  );
}
