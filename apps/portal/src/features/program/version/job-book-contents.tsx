import { Button } from '@mantine/core';
import type { StandardContents } from '@journeybook/contracts';
import { Fold, useFolds } from '../../../ui/fold.js';
import { countOf } from '../../../ui/show-dates.js';
import { jobBookNames, methodNames } from '../standard-words.js';
import css from './standard-view.module.css';

/** The competencies by work process, folded; on paper all of them. */
export function JobBookContents({ contents }: { contents: StandardContents }) {
  const { workProcesses, competencies, jobBookStatus } = contents;
  const folds = useFolds([]);
  const withSkills = workProcesses
    .map((process) => ({ process, skills: competencies.filter((one) => one.workProcess === process.code) }))
    .filter(({ skills }) => skills.length > 0);
  const allOpen = withSkills.every(({ process }) => folds.isOpen(process.code));
  const toggleAll = () => {
    for (const { process } of withSkills) if (folds.isOpen(process.code) === allOpen) folds.toggle(process.code);
  };
  return (
    <section className="card" aria-labelledby="job-book">
      <div className="row between">
        <h2 id="job-book">Job Book: {countOf(competencies.length, 'competency', 'competencies')}</h2>
        {withSkills.length > 0 && (
          <div className={css.actions}>
            <Button variant="subtle" onClick={toggleAll}>
              {allOpen ? 'Fold all' : 'Unfold all'}
            </Button>
          </div>
        )}
      </div>
      <p className="soft">{jobBookNames[jobBookStatus]}</p>
      {withSkills.map(({ process, skills }) => (
        <Fold
          key={process.code}
          inner
          title={`${process.code} ${process.title}`}
          summary={countOf(skills.length, 'competency', 'competencies')}
          expanded={folds.isOpen(process.code)}
          onToggle={() => folds.toggle(process.code)}
        >
          <ul className={css.competencies}>
            {skills.map((one) => (
              <li key={one.code}>
                <span>
                  <span className={css.code}>{one.code}</span> {one.title}
                </span>
                <span className="soft">
                  level {one.requiredLevel} · {methodNames[one.evaluation ?? 'observation']}
                  {one.evaluationMethod && `: ${one.evaluationMethod}`}
                </span>
              </li>
            ))}
          </ul>
        </Fold>
      ))}
    </section>
  );
}
