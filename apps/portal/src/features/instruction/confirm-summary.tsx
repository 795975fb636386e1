import { DoneNotice, Remark } from '../../ui/done-notice.js';
import { countOf } from '../../ui/show-dates.js';
import { showHours } from '../../ui/show-hours.js';
import { learnerName } from './learner-name.js';
import { PushProgress } from './push-progress.js';
import { sayChanged } from './say-changed.js';
import css from './section-desk.module.css';
import { UndoConfirmation } from './undo-confirmation.js';
import type { SectionDeskState } from './use-section-desk.js';
import { useUndoCompletions } from './use-section.js';

/** What came of the last confirmation: credited, credited before, pushed again, refused and why. */
export function ConfirmSummary({ desk }: { desk: SectionDeskState }) {
  const undo = useUndoCompletions();
  const learners = desk.confirmation.data?.learners ?? [];
  const credited = learners.filter((one) => one.outcome === 'credited');
  const before = learners.filter((one) => one.outcome === 'already-credited');
  const again = before.filter((one) => desk.notTaken.has(one.identity));
  const refused = learners.filter((one) => one.outcome === 'refused');
  const sent = new Map(desk.confirmation.variables?.learners.map((one) => [one.identity, one]));
  const minutes = credited.reduce((sum, one) => sum + (one.minutes ?? 0), 0);
  const done = [
    ...(credited.length > 0 ? [`${credited.length} confirmed, ${showHours(minutes)} credited`] : []),
    ...(before.length > 0 ? [`${before.length} had the hours already`] : []),
    ...(again.length > 0 ? [`${countOf(again.length, 'grade is', 'grades are')} pushed again`] : []),
  ].join('; ');
  return (
    <div className={css.summary}>
      <DoneNotice>{done && `${done}.`}</DoneNotice>
      <UndoConfirmation confirmation={desk.confirmation} undo={undo} />
      <PushProgress desk={desk} />
      {refused.length > 0 && (
        <Remark>
          <span>
            <b>{refused.length} not confirmed:</b>
            {refused.map((one) => {
              const row = desk.rows.find(({ row }) => row.identity === one.identity)?.row;
              return (
                <span key={one.identity}>
                  <br />
                  {row ? learnerName(row) : 'A learner'}:{' '}
                  {one.kind === 'changed-since-shown' && row ? sayChanged(row, sent.get(one.identity)) : one.reason}
                </span>
              );
            })}
          </span>
        </Remark>
      )}
    </div>
  );
}
