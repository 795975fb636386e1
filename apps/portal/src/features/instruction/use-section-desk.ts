import type { RosterRow, SectionView } from '@journeybook/contracts';
import type { LmsIdentityId } from '@journeybook/domain';
import { useState } from 'react';
import { readPercent } from '../../ui/read-percent.js';
import { filterShows, gradeText, type RowFilter, type RowStanding, rowStanding } from './row-standing.js';
import { useConfirmCompletions } from './use-section.js';

export interface DeskRow {
  readonly row: RosterRow;
  readonly standing: RowStanding;
  /** What stands in the grade field. */
  readonly grade: string;
  readonly chosen: boolean;
}

type Course = NonNullable<SectionView['mapping']>;

/** What lies on the instructor's desk: every learner with the grade typed, what is chosen, and what is shown. */
export function useSectionDesk(section: SectionView, course: Course) {
  const [filter, setFilter] = useState<RowFilter>('all');
  const [typed, setTyped] = useState<ReadonlyMap<LmsIdentityId, string>>(new Map());
  const [chosen, setChosen] = useState<ReadonlySet<LmsIdentityId>>(new Set());
  // A suggestion that somebody answered with no: the platform's data suggests it again, this page does not.
  const [dismissed, setDismissed] = useState<ReadonlySet<LmsIdentityId>>(new Set());
  const confirmation = useConfirmCompletions();

  const rows = deskRows(section, course, { typed, chosen, dismissed });
  const picked = rows.filter((one) => one.chosen);
  const passed = rows.filter((one) => one.standing.ready && readPercent(one.grade) !== null);

  const toggle = (identities: readonly LmsIdentityId[], on: boolean) => {
    const next = new Set(picked.map((one) => one.row.identity));
    for (const identity of identities) on ? next.add(identity) : next.delete(identity);
    setChosen(next);
  };
  const typeGrade = (identity: LmsIdentityId, text: string) => setTyped(new Map([...typed, [identity, text]]));
  const dismiss = (identity: LmsIdentityId) => setDismissed(new Set([...dismissed, identity]));
  const confirm = () =>
    confirmation.mutate(
      picked.map(({ row, grade }) => ({ identity: row.identity, scorePercent: readPercent(grade) })),
      {
        onSuccess: ({ learners }) => {
          const done = new Set(learners.filter((one) => one.outcome !== 'refused').map((one) => one.identity));
          setChosen(new Set(picked.map((one) => one.row.identity).filter((identity) => !done.has(identity))));
          setTyped(new Map([...typed].filter(([identity]) => !done.has(identity))));
        },
      },
    );

  const shown = rows.filter((one) => filterShows(filter, one.standing));
  return {
    section,
    course,
    rows,
    shown,
    picked,
    passed,
    filter,
    setFilter,
    toggle,
    typeGrade,
    dismiss,
    confirmation,
    confirm,
  };
}

type Ids = ReadonlySet<LmsIdentityId>;
interface Marks {
  readonly typed: ReadonlyMap<LmsIdentityId, string>;
  readonly chosen: Ids;
  readonly dismissed: Ids;
}

/** The roster with what was typed, ticked and answered on this page. */
function deskRows(section: SectionView, course: Course, { typed, chosen, dismissed }: Marks): readonly DeskRow[] {
  return section.learners.map((learner) => {
    const refused = learner.match.state === 'suggested' && dismissed.has(learner.identity);
    const row: RosterRow = refused ? { ...learner, match: { state: 'none' } } : learner;
    const own = typed.get(row.identity);
    const standing = rowStanding(row, course, own);
    // What became credited or fell below the mark is chosen no longer, without anybody taking the tick away.
    return { row, standing, grade: gradeText(row, own), chosen: standing.ready && chosen.has(row.identity) };
  });
}

export type SectionDeskState = ReturnType<typeof useSectionDesk>;
