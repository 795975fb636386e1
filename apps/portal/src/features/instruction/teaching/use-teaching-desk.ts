import type { ConfirmedCompletions, TaughtLearner, TaughtSectionView } from '@journeybook/contracts';
import type { LmsIdentityId } from '@journeybook/domain';
import { useState } from 'react';
import { useShown } from '../../../ui/changed-since-shown.js';
import { readPercent } from '../../../ui/read-percent.js';
import { readAttended } from '../read-attended.js';
import type { Confirmation } from '../use-section.js';
import { type TypedOver, useTypedOver } from '../use-typed-over.js';
import { attendeeStanding, type AttendeeStanding, type Entered, keptText } from './attendee-standing.js';
import { useConfirmTaught, useRecordResults } from './use-teaching.js';

export interface DeskAttendee {
  readonly row: TaughtLearner;
  readonly entered: Entered;
  readonly standing: AttendeeStanding;
  readonly chosen: boolean;
  /** Whether what stands in the fields is not kept yet. */
  readonly changed: boolean;
}

type Typed = ReadonlyMap<LmsIdentityId, Partial<Entered>>;

/** What lies on the instructor's desk: who attends, what was typed about them, and who is chosen. */
export function useTeachingDesk(section: TaughtSectionView) {
  const { typed, over, type, drop } = useTypedResults();
  const [chosen, setChosen] = useState<ReadonlySet<LmsIdentityId>>(new Set());
  const saving = useRecordResults(section.id);
  const confirmation = useConfirmTaught(section);
  const { ifMatch: shown, keep } = useShown(section.edition, saving.error);
  // Where nothing is typed the fields show what is there now.
  if (typed.size === 0 && shown !== section.edition) keep(section.edition);

  const rows = section.attendees.map((row) => deskAttendee(row, section, { typed, chosen }));
  const picked = rows.filter((one) => one.chosen);
  const changed = rows.filter((one) => one.changed);
  const faulty = changed.some(({ standing }) => standing.badGrade || standing.badAttended);

  const toggle = (identities: readonly LmsIdentityId[], on: boolean) => {
    const next = new Set(picked.map(({ row }) => row.identity));
    for (const identity of identities) on ? next.add(identity) : next.delete(identity);
    setChosen(next);
  };
  // Of whom was refused everything stays as it was typed and ticked.
  const settle = ({ learners }: ConfirmedCompletions) => {
    const done = new Set(learners.filter((one) => one.outcome !== 'refused').map((one) => one.identity));
    setChosen(new Set(picked.map(({ row }) => row.identity).filter((identity) => !done.has(identity))));
    drop(done);
    over.forget(new Set(learners.map((one) => one.identity)));
  };
  const confirm = () =>
    confirmation.mutate(
      picked.map((one) => resultOf(one, over)),
      { onSuccess: settle },
    );
  const save = () =>
    saving.mutate(
      { learners: changed.map((one) => resultOf(one, over)), shown },
      {
        onSuccess: ({ edition }) => {
          keep(edition);
          const saved = new Set(changed.map(({ row }) => row.identity));
          drop(saved);
          over.forget(saved);
        },
      },
    );
  return { section, rows, picked, changed, faulty, type, toggle, confirm, confirmation, save, saving };
}

/** What is typed into the fields, and over which grades. */
function useTypedResults() {
  const [typed, setTyped] = useState<Typed>(new Map());
  const over = useTypedOver();
  const type = ({ identity, result }: TaughtLearner, part: Partial<Entered>) => {
    if (part.grade !== undefined) over.note(identity, result?.percent ?? null);
    setTyped((before) => new Map([...before, [identity, { ...before.get(identity), ...part }]]));
  };
  const drop = (identities: ReadonlySet<LmsIdentityId>) =>
    setTyped((before) => new Map([...before].filter(([identity]) => !identities.has(identity))));
  return { typed, over, type, drop };
}

export type TeachingDesk = ReturnType<typeof useTeachingDesk>;

function deskAttendee(
  row: TaughtLearner,
  section: TaughtSectionView,
  { typed, chosen }: { typed: Typed; chosen: ReadonlySet<LmsIdentityId> },
): DeskAttendee {
  const kept = keptText(row);
  const entered = { ...kept, ...typed.get(row.identity) };
  const standing = attendeeStanding(row, section, entered);
  const changed = entered.grade.trim() !== kept.grade || entered.attended.trim() !== kept.attended;
  return { row, entered, standing, changed, chosen: standing.ready && chosen.has(row.identity) };
}

const resultOf = ({ row, entered }: DeskAttendee, over: TypedOver): Confirmation => ({
  identity: row.identity,
  apprenticeship: row.apprentice?.apprenticeship ?? null,
  shownPercent: over.shownOf(row.identity, row.result?.percent ?? null),
  scorePercent: readPercent(entered.grade),
  attendedMinutes: readAttended(entered.attended),
});
