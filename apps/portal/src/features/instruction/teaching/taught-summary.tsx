import { DoneNotice, Remark } from '../../../ui/done-notice.js';
import { showHours } from '../../../ui/show-hours.js';
import css from '../section-desk.module.css';
import { UndoConfirmation } from '../undo-confirmation.js';
import type { TeachingDesk } from './use-teaching-desk.js';
import { useUndoTaught } from './use-teaching.js';

/** What came of the last confirmation: credited, credited before, refused and why; and a minute to take it back. */
export function TaughtSummary({ desk }: { desk: TeachingDesk }) {
  const { confirmation, rows, section } = desk;
  const undo = useUndoTaught(section.id);
  const learners = confirmation.data?.learners ?? [];
  const credited = learners.filter((one) => one.outcome === 'credited');
  const before = learners.filter((one) => one.outcome === 'already-credited');
  const refused = learners.filter((one) => one.outcome === 'refused');
  const minutes = credited.reduce((sum, one) => sum + (one.minutes ?? 0), 0);
  const done = [
    ...(credited.length > 0 ? [`${credited.length} confirmed, ${showHours(minutes)} credited`] : []),
    ...(before.length > 0 ? [`${before.length} had the hours already`] : []),
  ].join('; ');
  const nameOf = (identity: string) => rows.find(({ row }) => row.identity === identity)?.row.name ?? 'Somebody';
  return (
    <div className={css.summary}>
      <DoneNotice>{done && `${done}.`}</DoneNotice>
      <UndoConfirmation confirmation={confirmation} undo={undo} />
      {refused.length > 0 && (
        <Remark>
          <span>
            <b>{refused.length} not confirmed:</b>
            {refused.map((one) => (
              <span key={one.identity}>
                <br />
                {nameOf(one.identity)}: {one.reason}
              </span>
            ))}
          </span>
        </Remark>
      )}
    </div>
  );
}
