import { Checkbox, TextInput } from '@mantine/core';
import { Badge } from '../../../ui/badge.js';
import { showAge } from '../../../ui/show-dates.js';
import css from '../section-desk.module.css';
import type { DeskAttendee, TeachingDesk } from './use-teaching-desk.js';

interface CellProps {
  readonly desk: TeachingDesk;
  readonly one: DeskAttendee;
}

/** The tick; only for whom can be confirmed now. */
export function ChooseCell({ desk, one }: CellProps) {
  if (!one.standing.ready) return <span aria-hidden="true">–</span>;
  return (
    <Checkbox
      aria-label={`Confirm ${one.row.name}`}
      checked={one.chosen}
      onChange={(event) => desk.toggle([one.row.identity], event.currentTarget.checked)}
    />
  );
}

export const NameCell = ({ one: { row } }: Pick<CellProps, 'one'>) => (
  <>
    {row.name}
    <br />
    <span className="soft">{row.apprentice?.employer}</span>
  </>
);

export const GradeField = ({ desk, one }: CellProps) => (
  <TextInput
    className={css.grade ?? ''}
    aria-label={`Grade of ${one.row.name}, percent`}
    inputMode="decimal"
    rightSection="%"
    value={one.entered.grade}
    onChange={(event) => desk.type(one.row, { grade: event.currentTarget.value })}
    error={one.standing.badGrade}
  />
);

export const AttendedField = ({ desk, one }: CellProps) => (
  <TextInput
    className={css.grade ?? ''}
    aria-label={`Hours attended by ${one.row.name}`}
    inputMode="decimal"
    rightSection="h"
    value={one.entered.attended}
    onChange={(event) => desk.type(one.row, { attended: event.currentTarget.value })}
    error={one.standing.badAttended}
  />
);

/** Where the hours stand, and where what was entered came from. */
export function StandingCell({ one: { row, standing, changed } }: Pick<CellProps, 'one'>) {
  const { result } = row;
  return (
    <div className={css.standing}>
      <Badge tone={standing.tone}>{standing.words}</Badge>
      {changed && <span className="soft">not saved yet</span>}
      {!changed && result && (
        <span className="soft">
          {result.file ? `from ${result.file}` : `entered by ${result.by}`}, {showAge(result.at)}
        </span>
      )}
    </div>
  );
}
