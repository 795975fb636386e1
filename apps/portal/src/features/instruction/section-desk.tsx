import { useMediaQuery } from '@mantine/hooks';
import type { SectionView } from '@journeybook/contracts';
import { Empty } from '../../ui/empty.js';
import { countOf } from '../../ui/show-dates.js';
import { ConfirmBar } from './confirm-bar.js';
import { ConfirmSummary } from './confirm-summary.js';
import { MatchSummary } from './match-summary.js';
import { NotTaken } from './not-taken.js';
import { ReviewCard } from './review-card.js';
import { RosterCards } from './roster-cards.js';
import { RosterFilters } from './roster-filters.js';
import { RosterTable } from './roster-table.js';
import css from './section-desk.module.css';
import { SectionHeader } from './section-header.js';
import { StillOnTheWay } from './still-on-the-way.js';
import { useSectionDesk } from './use-section-desk.js';
import { useDecideReviews } from './use-section.js';

interface SectionDeskProps {
  readonly section: SectionView;
  readonly course: NonNullable<SectionView['mapping']>;
  readonly onChangeCourse: () => void;
}

/** The learners of the course: match them, look at their grades, confirm who completed it. */
export function SectionDesk({ section, course, onChangeCourse }: SectionDeskProps) {
  const desk = useSectionDesk(section, course);
  const decide = useDecideReviews();
  const wide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  return (
    <div className={css.desk}>
      <SectionHeader section={section} course={course} onChangeCourse={onChangeCourse} />
      <ConfirmSummary desk={desk} />
      <MatchSummary desk={desk} />
      <NotTaken desk={desk} />
      <StillOnTheWay desk={desk} />
      <ReviewCard reviews={section.reviews} mayDecide={section.may.confirm} decide={decide} />
      <RosterFilters desk={desk} />
      {desk.rows.length === 0 ? (
        <NoLearners section={section} />
      ) : desk.shown.length === 0 ? (
        <Empty title="No learner here">Choose another filter, or clear the search.</Empty>
      ) : wide ? (
        <RosterTable desk={desk} />
      ) : (
        <RosterCards desk={desk} />
      )}
      <Footer desk={desk} />
      <ConfirmBar desk={desk} />
    </div>
  );
}

function NoLearners({ section }: { section: SectionView }) {
  if (section.roster.state === 'reading')
    return <Empty title="The roster is being read">This takes a few seconds.</Empty>;
  if (!section.services.roster)
    return (
      <Empty title="No learners yet">
        {section.platformName} does not let Journeybook read the roster. Each learner appears here after opening it
        once.
      </Empty>
    );
  return <Empty title="No learners yet">Read the roster again when learners have joined the course.</Empty>;
}

function Footer({ desk }: { desk: ReturnType<typeof useSectionDesk> }) {
  const { rows, section, course } = desk;
  const apprentices = rows.filter(({ row }) => row.match.state === 'matched').length;
  const open = rows.filter(({ row }) => row.match.state === 'suggested').length;
  const counts = [
    countOf(rows.length, 'learner'),
    `${apprentices} matched to apprentices`,
    ...(open > 0 ? [`${open} to match`] : []),
    countOf(rows.length - apprentices - open, 'not an apprentice', 'not apprentices'),
  ];
  return (
    <div className={css.footer}>
      {mayHideGrades(desk) && (
        <p className={css.wide}>
          A grade typed in the gradebook before the first push may not be readable here: type it in this list instead.
        </p>
      )}
      <span>{counts.join(', ')}</span>
      <span>
        {section.services.grades
          ? `Pushed grades appear in the gradebook of ${section.platformName}, in the column “${section.columnTitle ?? `RTI: ${course.title}`}”.`
          : `${section.platformName} does not let Journeybook write grades; the hours are credited all the same.`}
      </span>
    </div>
  );
}

/** Canvas shows a tool no grade that was typed before the tool's first score, so somebody may look for one in vain. */
const mayHideGrades = ({ section, rows }: ReturnType<typeof useSectionDesk>): boolean =>
  /canvas/i.test(section.platformName) &&
  section.services.grades &&
  rows.some(({ standing, grade }) => standing.ready && grade.trim() === '');
