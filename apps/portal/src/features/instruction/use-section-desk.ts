import type { ConfirmedCompletions, RosterRow, SectionView } from '@journeybook/contracts';
import type { LmsIdentityId } from '@journeybook/domain';
import { useState } from 'react';
import { readPercent } from '../../ui/read-percent.js';
import { readAttended } from './read-attended.js';
import { filterShows, gradeText, type RowFilter, type RowStanding, rowStanding } from './row-standing.js';
import { matchedTo, newestGrade } from './say-changed.js';
import { useMatching } from './use-matching.js';
import { type Confirmation, useConfirmCompletions } from './use-section.js';
import { type TypedOver, useTypedOver } from './use-typed-over.js';

export interface DeskRow {
  readonly row: RosterRow;
  readonly standing: RowStanding;
  /** What stands in the grade field. */
  readonly grade: string;
  /** What stands in the field of the hours attended. */
  readonly attended: string;
  readonly chosen: boolean;
}

type Course = NonNullable<SectionView['mapping']>;

/** What lies on the instructor's desk: every learner with the grade typed, what is chosen, and what is shown. */
export function useSectionDesk(section: SectionView, course: Course) {
  const [filter, setFilter] = useState<RowFilter>('all');
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<LmsIdentityId>>(new Set());
  const grades = useTyped();
  const attendance = useTyped();
  const over = useTypedOver();
  const confirmation = useConfirmCompletions();
  // Whose grade the gradebook had not taken when they were confirmed last.
  const [notTaken, setNotTaken] = useState<Ids>(new Set());
  const matching = useMatching();

  const rows = deskRows(section, course, { typed: grades.typed, attended: attendance.typed, chosen });
  const picked = rows.filter((one) => one.chosen);
  const passed = rows.filter((one) => one.standing.passed);

  const toggle = (identities: readonly LmsIdentityId[], on: boolean) => {
    const next = new Set(picked.map((one) => one.row.identity));
    for (const identity of identities) on ? next.add(identity) : next.delete(identity);
    setChosen(next);
  };
  // Of whom was refused everything stays as it was typed and ticked.
  const settle = ({ learners }: ConfirmedCompletions) => {
    const done = new Set(learners.filter((one) => one.outcome !== 'refused').map((one) => one.identity));
    setNotTaken(new Set(picked.filter(({ standing }) => standing.notTaken).map(({ row }) => row.identity)));
    setChosen(new Set(picked.map((one) => one.row.identity).filter((identity) => !done.has(identity))));
    grades.drop(done);
    attendance.drop(done);
    over.forget(new Set(learners.map((one) => one.identity)));
  };
  const typeGrade = (row: RosterRow, text: string) => {
    over.note(row.identity, newestGrade(row));
    grades.type(row.identity, text);
  };
  const confirm = () => {
    matching.forget();
    const learners = picked.map((one) => confirmationOf(one, course, over));
    confirmation.mutate({ course, learners }, { onSuccess: settle });
  };

  const shown = rows.filter((one) => filterShows(filter, one.standing) && isFound(one.row, search));
  const view = { section, course, rows, shown, picked, passed, filter, setFilter, search, setSearch };
  const acts = { toggle, typeGrade, typeAttended: attendance.type, confirm };
  return { ...view, ...acts, matching, confirmation, notTaken };
}

/** What is typed into one column of the grid. */
function useTyped() {
  const [typed, setTyped] = useState<ReadonlyMap<LmsIdentityId, string>>(new Map());
  const type = (identity: LmsIdentityId, text: string) => setTyped(new Map([...typed, [identity, text]]));
  const drop = (identities: Ids) => setTyped(new Map([...typed].filter(([identity]) => !identities.has(identity))));
  return { typed, type, drop };
}

const confirmationOf = ({ row, grade, attended }: DeskRow, { creditMode }: Course, over: TypedOver): Confirmation => ({
  identity: row.identity,
  apprenticeship: matchedTo(row),
  shownPercent: over.shownOf(row.identity, newestGrade(row)),
  scorePercent: readPercent(grade),
  attendedMinutes: creditMode === 'attendance' ? readAttended(attended) : null,
});

type Ids = ReadonlySet<LmsIdentityId>;
interface Marks {
  readonly typed: ReadonlyMap<LmsIdentityId, string>;
  readonly attended: ReadonlyMap<LmsIdentityId, string>;
  readonly chosen: Ids;
}

/** The roster with what was typed and ticked on this page. */
function deskRows(section: SectionView, course: Course, { typed, attended, chosen }: Marks): readonly DeskRow[] {
  const inQuestion = new Set(section.reviews.map(({ identity }) => identity));
  return section.learners.map((row) => {
    const own = { grade: typed.get(row.identity), attended: attended.get(row.identity) };
    const plain = rowStanding(row, course, own);
    const isInQuestion = inQuestion.has(row.identity) && row.credit !== null;
    const standing = isInQuestion ? { ...plain, state: 'review' as const, ready: false } : plain;
    // What became credited or fell below the mark is chosen no longer, without anybody taking the tick away.
    return {
      row,
      standing,
      grade: gradeText(row, own.grade),
      attended: own.attended ?? '',
      chosen: standing.ready && chosen.has(row.identity),
    };
  });
}

/** Whether what was searched for is in a name, an address or a number of the learner or the apprentice. */
function isFound({ name, email, sisId, match }: RosterRow, search: string): boolean {
  const wanted = search.trim().toLocaleLowerCase();
  const apprentice = match.state === 'none' ? null : match.apprentice.name;
  return [name, email, sisId, apprentice].some((text) => (text ?? '').toLocaleLowerCase().includes(wanted));
}

export type SectionDeskState = ReturnType<typeof useSectionDesk>;
