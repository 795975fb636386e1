import { Button, NativeSelect } from '@mantine/core';
import type { CompetencyCode } from '@journeybook/domain';
import { useMemo } from 'react';
import { Badge } from '../../../ui/badge.js';
import { Fold } from '../../../ui/fold.js';
import { countOf } from '../../../ui/show-dates.js';
import { jobBookNames } from '../standard-words.js';
import { CompetencyRow, competencyField } from './competency-row.js';
import { type CompetencyItem, type DraftForm, newKey, type ProcessItem } from './draft-form.js';
import css from './fields.module.css';
import { findingsOf, placeId, warningAt } from './place.js';
import { SectionFrame } from './section-frame.js';
import type { SectionProps } from './section-props.js';

const section = 'job-book';

interface JobBookSectionProps extends SectionProps {
  /** Which processes are unfolded, by key. */
  readonly isOpen: (process: string) => boolean;
  readonly onToggleProcess: (process: string) => void;
}

/** Competencies whose process is not listed stand under this instead of a key. */
export const strays = 'strays';

/** The Job Book by work process, folded, because it is long. */
export function JobBookSection(props: JobBookSectionProps) {
  const { form, edit, findings, expanded, onToggle } = props;
  const stray = form.competencies.filter((one) => one.process === null);
  const warning = warningAt(findings, 'jobBookStatus');
  return (
    <SectionFrame
      {...{ section, findings, expanded, onToggle }}
      summary={countOf(form.competencies.length, 'competency', 'competencies')}
    >
      <NativeSelect
        id={placeId({ section, field: 'jobBookStatus' })}
        label="This Job Book is"
        value={form.jobBookStatus}
        onChange={(event) => edit.set({ jobBookStatus: event.currentTarget.value as DraftForm['jobBookStatus'] })}
        data={Object.entries(jobBookNames).map(([value, label]) => ({ value, label }))}
      />
      {warning && <p className={css.warning}>{warning}</p>}
      {form.workProcesses.map((process) => (
        <ProcessSkills key={process.key} {...props} process={process} />
      ))}
      {stray.length > 0 && <ProcessSkills {...props} process={null} />}
    </SectionFrame>
  );
}

const emptyCompetency = (process: ProcessItem, form: DraftForm): CompetencyItem => ({
  key: newKey(),
  process: process.key,
  workProcess: process.code,
  code: nextCode(process, form) as CompetencyCode,
  title: '',
  requiredLevel: usualLevel(form),
  evaluationMethod: '',
  evaluation: 'observation',
});

/** The level that most competencies require. */
function usualLevel({ competencies, levels }: DraftForm): number {
  const counts = new Map<number, number>();
  for (const { requiredLevel } of competencies) counts.set(requiredLevel, (counts.get(requiredLevel) ?? 0) + 1);
  const [usual] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  return usual ?? levels.at(-1)?.level ?? 1;
}

/** `WP05.8` after `WP05.7`, or `WP05.08` after `WP05.07`; one to change when codes are made otherwise. */
function nextCode({ key, code }: ProcessItem, { competencies }: DraftForm): string {
  const numbers = competencies
    .filter((one) => one.process === key && one.code.startsWith(`${code}.`))
    .map((one) => one.code.slice(code.length + 1))
    .filter((rest) => /^\d+$/.test(rest));
  const width = Math.max(1, ...numbers.map((one) => one.length));
  return `${code}.${String(Math.max(0, ...numbers.map(Number)) + 1).padStart(width, '0')}`;
}

function ProcessSkills(props: JobBookSectionProps & { process: ProcessItem | null }) {
  const { process, form, edit, findings, isOpen, onToggleProcess } = props;
  const key = process?.key ?? strays;
  const skills = form.competencies.filter((one) => one.process === (process?.key ?? null));
  const add = () => {
    if (!process) return;
    const item = emptyCompetency(process, form);
    edit.add('competencies', item, competencyField(item.key, 'title'));
  };
  const missing = findingsOf(findings, key)[0]?.message;
  const wrong = findings.filter(
    (one) => one.severity === 'error' && skills.some((skill) => skill.key === one.place.row),
  );
  const processes = useProcessChoices(form.workProcesses);
  return (
    <Fold
      inner
      lazy
      title={process ? `${process.code} ${process.title}` : 'Of no listed process'}
      summary={
        <span className="row">
          {countOf(skills.length, 'competency', 'competencies')}
          {(wrong.length > 0 || missing) && (
            <Badge tone="stop">{countOf(wrong.length + (missing ? 1 : 0), 'error')}</Badge>
          )}
        </span>
      }
      expanded={isOpen(key)}
      onToggle={() => onToggleProcess(key)}
    >
      <ul className={css.rows}>
        {skills.map((one, index) => (
          <CompetencyRow
            key={one.key}
            competency={one}
            first={index === 0}
            last={index === skills.length - 1}
            levels={form.levels}
            processes={processes}
            findings={findingsOf(findings, one.key)}
            edit={edit}
          />
        ))}
      </ul>
      {process && (
        <div className={css.foot}>
          <Button id={placeId({ section, row: key, field: 'add' })} variant="light" onClick={add}>
            Add a competency to {process.code || 'this process'}
          </Button>
          {missing && <p className={css.warning}>{missing}</p>}
        </div>
      )}
    </Fold>
  );
}

/** The same list until a code or a title changes: rows are drawn again only then. */
function useProcessChoices(processes: readonly ProcessItem[]) {
  return useMemo(
    () => processes.map(({ key, code, title }) => ({ value: key, label: `${code} ${title}` })),
    [processes],
  );
}
