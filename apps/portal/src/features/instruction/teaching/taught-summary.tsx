import type { TaughtLearner } from '@journeybook/contracts';
import { DoneNotice, Remark } from '../../../ui/done-notice.js';
import { showHours } from '../../../ui/show-hours.js';
import css from '../section-desk.module.css';
import { sayGrade } from '../say-changed.js';
import { UndoConfirmation } from '../undo-confirmation.js';
import type { Confirmation } from '../use-section.js';
import type { TeachingDesk } from './use-teaching-desk.js';
import { useUndoTaught } from './use-teaching.js';

/** What is another by now about somebody who was not confirmed for it. */
function sayChanged({ apprentice, result }: TaughtLearner, sent: Confirmation | undefined): string {
  if ((apprentice?.apprenticeship ?? null) !== sent?.apprenticeship)
    return 'another agreement of theirs has the course by now. Look at it, then confirm again.';
  const by = result ? `, entered by ${result.by}` : '';
  return `there is ${sayGrade(result?.percent ?? null)} by now${by}. Look at the grade, then confirm again.`;
}

/** What came of the last confirmation: credited, credited before, refused and why; and a minute to take it back. */
export function TaughtSummary({ desk }: { desk: TeachingDesk }) {
  const { confirmation, rows, section } = desk;
  const undo = useUndoTaught(section.id);
  const learners = confirmation.data?.learners ?? [];
  const credited = learners.filter((one) => one.outcome === 'credited');
  const before = learners.filter((one) => one.outcome === 'already-credited');
  const refused = learners.filter((one) => one.outcome === 'refused');
  const sent = new Map(confirmation.variables?.map((one) => [one.identity, one]));
  const minutes = credited.reduce((sum, one) => sum + (one.minutes ?? 0), 0);
  const done = [
    ...(credited.length > 0 ? [`${credited.length} confirmed, ${showHours(minutes)} credited`] : []),
    ...(before.length > 0 ? [`${before.length} had the hours already`] : []),
  ].join('; ');
  return (
    <div className={css.summary}>
      <DoneNotice>{done && `${done}.`}</DoneNotice>
      <UndoConfirmation confirmation={confirmation} undo={undo} />
      {refused.length > 0 && (
        <Remark>
          <span>
            <b>{refused.length} not confirmed:</b>
            {refused.map((one) => {
              const row = rows.find(({ row }) => row.identity === one.identity)?.row;
              return (
                <span key={one.identity}>
                  <br />
                  {row?.name ?? 'Somebody'}:{' '}
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
