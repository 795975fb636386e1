import { Button } from '@mantine/core';
import type { CustomisationView, StandardContents } from '@journeybook/contracts';
import type { WorkProcessCode } from '@journeybook/domain';
import { useState } from 'react';
import { Fold, useFolds } from '../../../ui/fold.js';
import { countOf } from '../../../ui/show-dates.js';
import { AddCompetencyDialog } from './add-competency-dialog.js';
import { type Act, CompetencyChanges } from './competency-changes.js';
import { CompetencyDialogs } from './competency-dialogs.js';
import css from './customisation-page.module.css';
import { type JobBookLine, type JobBookPart, jobBookParts } from './job-book-lines.js';
import type { Customise } from './use-customisation.js';

interface JobBookEditorProps {
  readonly own: CustomisationView;
  readonly program: StandardContents;
  readonly customise: Customise;
}

/** The Job Book as the employer has it: skills reworded, set aside and added. */
export function JobBookEditor({ own, program, customise }: JobBookEditorProps) {
  const parts = jobBookParts(own, program);
  const folds = useFolds(parts.slice(0, 1).map(({ process }) => process.code));
  const [adding, setAdding] = useState<WorkProcessCode | null>(null);
  const [asking, setAsking] = useState<{ act: Act; line: JobBookLine } | null>(null);
  const close = () => {
    setAdding(null);
    setAsking(null);
    customise.reset();
  };
  return (
    <section className="card" aria-labelledby="job-book">
      <h2 id="job-book" className={css.heading}>
        Job Book: {countOf(own.contents.competencies.length, 'competency', 'competencies')}
      </h2>
      {parts.map((part) => (
        <Fold
          key={part.process.code}
          inner
          title={`${part.process.code} ${part.process.title}`}
          summary={describePart(part)}
          expanded={folds.isOpen(part.process.code)}
          onToggle={() => folds.toggle(part.process.code)}
        >
          <PartLines part={part} onAct={own.may.customise ? (act, line) => setAsking({ act, line }) : null} />
          {own.may.customise && (
            <div className={css.add}>
              <Button variant="light" onClick={() => setAdding(part.process.code)}>
                Add a competency to {part.process.code}
              </Button>
            </div>
          )}
        </Fold>
      ))}
      <CompetencyDialogs asking={asking} customise={customise} onClose={close} />
      <AddCompetencyDialog key={adding} process={adding} own={own} customise={customise} onClose={close} />
    </section>
  );
}

function describePart({ lines, setAside }: JobBookPart): string {
  const changed = lines.filter((one) => one.added || one.before !== null).length;
  return [
    countOf(lines.length, 'competency', 'competencies'),
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(setAside.length > 0 ? [`${setAside.length} set aside`] : []),
  ].join(' · ');
}

interface PartLinesProps {
  readonly part: JobBookPart;
  readonly onAct: ((act: Act, line: JobBookLine) => void) | null;
}

function PartLines({ part, onAct }: PartLinesProps) {
  return (
    <ul>
      {part.lines.map((line) => (
        <CompetencyChanges key={line.competency.code} line={line} onAct={onAct} />
      ))}
      {part.setAside.map((one) => (
        <li key={one.code} className={`${css.line} ${css.aside}`}>
          <span>
            <span className={css.code}>{one.code}</span> <del>{one.title}</del>
            <br />
            set aside: {one.reason}
          </span>
        </li>
      ))}
    </ul>
  );
}
