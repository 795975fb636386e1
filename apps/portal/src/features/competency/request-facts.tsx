import type { CompetencyView } from '@journeybook/contracts';
import { Badge } from '../../ui/badge.js';
import { showInstantDate } from '../../ui/show-dates.js';
import css from './job-book.module.css';

/** That a sign-off was asked for and waits, or what it was declined with. */
export function RequestFacts({ competency, mentor }: { competency: CompetencyView; mentor: string }) {
  const { requested, declined } = competency;
  if (requested)
    return (
      <>
        <Badge tone="wait">
          sign{'\u2011'}off asked {showInstantDate(requested.at)}, waits for {mentor}
        </Badge>
        {requested.note !== '' && <p className={css.quote}>{requested.note}</p>}
      </>
    );
  if (!declined) return null;
  return (
    <>
      <Badge tone="stop">
        not yet: {declined.by.name}, {showInstantDate(declined.at)}
      </Badge>
      <blockquote className={css.declined}>{declined.feedback}</blockquote>
    </>
  );
}
