import { Checkbox, TextInput } from '@mantine/core';
import type { RosterRow } from '@journeybook/contracts';
import { Badge } from '../../ui/badge.js';
import { showPercent } from '../../ui/course-standing.js';
import { learnerName } from './learner-name.js';
import { isPushRefused } from './row-standing.js';
import css from './section-desk.module.css';
import type { DeskRow, SectionDeskState } from './use-section-desk.js';

interface CellProps {
  readonly desk: SectionDeskState;
  readonly one: DeskRow;
}

/** The tick; only for whom can be confirmed now. */
export function ChooseCell({ desk, one }: CellProps) {
  if (!desk.section.may.confirm || !one.standing.ready) return <span aria-hidden="true">–</span>;
  return (
    <Checkbox
      aria-label={`Confirm ${learnerName(one.row)}`}
      checked={one.chosen}
      onChange={(event) => desk.toggle([one.row.identity], event.currentTarget.checked)}
    />
  );
}

/** The grade, as the platform has it until somebody types another. */
export function GradeCell({ desk, one }: CellProps) {
  const { row, standing, grade } = one;
  const isDecided = row.credit ? !isPushRefused(row) || standing.state === 'review' : row.blocked !== null;
  if (!desk.section.may.confirm || row.match.state !== 'matched' || isDecided) return <SeenGrade row={row} />;
  return (
    <TextInput
      className={css.grade ?? ''}
      aria-label={`Grade of ${learnerName(row)}, percent`}
      inputMode="decimal"
      rightSection="%"
      value={grade}
      onChange={(event) => desk.typeGrade(row, event.currentTarget.value)}
      error={standing.state === 'bad-grade'}
    />
  );
}

/** The grade that counts, and the one that stands in the gradebook now where that is another. */
function SeenGrade({ row: { grade } }: { row: RosterRow }) {
  if (!grade) return <span className="num">–</span>;
  return (
    <span className="num">
      {showPercent(grade.percent)}
      {grade.latest !== grade.percent && (
        <span className="soft"> · now {grade.latest === null ? 'none' : showPercent(grade.latest)}</span>
      )}
    </span>
  );
}

/** The hours that a learner attended, where the section credits those. */
export function AttendedCell({ desk, one }: CellProps) {
  const { row, standing, attended } = one;
  const isOpen = desk.section.may.confirm && (standing.ready || standing.state === 'bad-attendance');
  if (desk.course.creditMode !== 'attendance' || !isOpen) return null;
  return (
    <TextInput
      className={css.grade ?? ''}
      aria-label={`Hours attended by ${learnerName(row)}`}
      inputMode="decimal"
      rightSection="h"
      value={attended}
      onChange={(event) => desk.typeAttended(row.identity, event.currentTarget.value)}
      error={attended.trim() !== '' && standing.state === 'bad-attendance'}
    />
  );
}

/** Where the hours stand, and the grade on its way to the gradebook. */
export function StandingCell({ desk, one }: CellProps) {
  const { standing, row } = one;
  return (
    <div className={css.standing}>
      <AttendedCell desk={desk} one={one} />
      <Badge tone={standing.tone}>{standing.words}</Badge>
      {standing.state === 'review' && <Badge tone="wait">needs review</Badge>}
      {row.push && <PushBadge push={row.push} grade={row.grade} />}
      {standing.ready && one.grade.trim() === '' && <span className="soft">100 % will be pushed</span>}
    </div>
  );
}

/** A score that is taken out of the gradebook again, because its confirmation was taken back. */
function ClearedBadge({ push }: { push: NonNullable<RosterRow['push']> }) {
  if (push.state === 'delivered' || push.state === 'kept') return null;
  if (push.state === 'waiting') return <Badge tone="wait">the grade is being taken out of the gradebook</Badge>;
  return <Badge tone="stop">the gradebook kept the grade: {push.message}</Badge>;
}

function PushBadge({ push, grade }: { push: NonNullable<RosterRow['push']>; grade: RosterRow['grade'] }) {
  if (push.percent === null) return <ClearedBadge push={push} />;
  if (push.state === 'kept') return <span className="soft">the gradebook’s own grade was kept</span>;
  const percent = showPercent(push.percent);
  const isReplaced = grade !== null && grade.readAt > push.at && grade.latest !== push.percent;
  if (push.state === 'delivered')
    return <span className="soft">{isReplaced ? `${percent} was pushed` : `${percent} in the gradebook`}</span>;
  if (push.state === 'waiting') return <Badge tone="wait">{percent} on its way to the gradebook</Badge>;
  return (
    <>
      <Badge tone="stop">{percent} not in the gradebook</Badge>
      <span className="soft">{push.message}</span>
    </>
  );
}
