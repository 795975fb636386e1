import type { CompetencyView } from '@journeybook/contracts';
import css from './job-book-dots.module.css';

const mostDots = 10;

/** How many competencies of a process are signed: full and empty dots, words when there are too many of them. */
export function JobBookDots({ competencies }: { competencies: readonly CompetencyView[] }) {
  const signed = competencies.filter((one) => one.signedOff).length;
  const total = competencies.length;
  const words = `${signed} of ${total} signed`;
  if (total > mostDots) return <span className="num">{words}</span>;
  return (
    <span role="img" aria-label={`Job Book: ${words}`} title={words} className={css.dots}>
      {'●'.repeat(signed)}
      <span className={css.open}>{'○'.repeat(total - signed)}</span>
    </span>
  );
}

/** What full and empty dots say; each row of dots says it in words already to whom hears the page. */
export const DotsLegend = () => (
  <span className="soft" aria-hidden="true">
    Job Book: <span className={css.dots}>●</span> signed <span className={`${css.dots} ${css.open}`}>○</span> open
  </span>
);
