import type { CompetencyView, MergedRecord } from '@journeybook/contracts';
import { CompetencyLine } from './competency-line.js';
import css from './job-book.module.css';
import type { SkillDesk } from './use-skill-desk.js';

interface ProcessSectionProps {
  readonly record: MergedRecord;
  readonly process: MergedRecord['processes'][number];
  readonly shown: readonly CompetencyView[];
  readonly expanded: boolean;
  readonly onToggle: () => void;
  readonly desk: SkillDesk;
}

/** The competencies of one work process under a heading that opens and closes them. */
export function ProcessSection({ record, process, shown, expanded, onToggle, desk }: ProcessSectionProps) {
  const { code, title, competencies } = process;
  const signed = competencies.filter((one) => one.signedOff).length;
  return (
    <section className="card" aria-labelledby={`process-${code}`}>
      <h2 className={css.heading}>
        <button type="button" aria-expanded={expanded} aria-controls={`competencies-${code}`} onClick={onToggle}>
          <span id={`process-${code}`}>{title}</span>{' '}
          <span className="soft">
            {signed} of {competencies.length} signed
          </span>
        </button>
      </h2>
      <ul id={`competencies-${code}`} hidden={!expanded}>
        {shown.map((competency) => (
          <CompetencyLine key={competency.code} competency={competency} record={record} desk={desk} />
        ))}
      </ul>
    </section>
  );
}
