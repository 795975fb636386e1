import type { CompetencyView } from '@journeybook/contracts';
import { SkillDot } from '../../ui/skill-dot.js';
import { type SkillStanding, standingOf } from '../../ui/skill-standing.js';
import css from './job-book-dots.module.css';

const mostDots = 10;
const furthestFirst = ['signed-off', 'observed', 'demonstrated', 'not-started'] as const satisfies SkillStanding[];

/** How far the competencies of a process have come: a mark for each, the furthest first; words alone when there are too many. */
export function JobBookDots({ competencies }: { competencies: readonly CompetencyView[] }) {
  const words = sayCounts(competencies);
  if (competencies.length > mostDots) return <span className={css.words}>{words}</span>;
  const ordered = furthestFirst.flatMap((standing) => competencies.filter((one) => standingOf(one) === standing));
  return (
    <span role="img" aria-label={`Job Book: ${words}`} title={words} className={css.dots}>
      {ordered.map((one) => (
        <SkillDot key={one.code} skill={one} size={11} />
      ))}
    </span>
  );
}

/** `7 of 10 signed, 1 observed, 1 demonstrated`. */
function sayCounts(competencies: readonly CompetencyView[]): string {
  const count = (standing: SkillStanding) => competencies.filter((one) => standingOf(one) === standing).length;
  const besides = (['observed', 'demonstrated'] as const)
    .filter((standing) => count(standing) > 0)
    .map((standing) => `${count(standing)} ${standing}`);
  return [`${count('signed-off')} of ${competencies.length} signed`, ...besides].join(', ');
}
