import notice from '../../ui/notice.module.css';
import { countOf } from '../../ui/show-dates.js';
import type { DeskRow, SectionDeskState } from './use-section-desk.js';

/** Says above the list what keeps grades from the gradebook while they are tried again by themselves. */
export function StillOnTheWay({ desk }: { desk: SectionDeskState }) {
  const words = [...troublesOf(desk.rows)].map(
    ([trouble, count]) =>
      `${countOf(count, 'grade is', 'grades are')} still on the way to the gradebook. At the last try: ${trouble}`,
  );
  return (
    <div className={words.length > 0 ? `${notice.notice} ${notice.remark}` : notice.silent}>
      <p role="status">{words.join(' ')}</p>
    </div>
  );
}

function troublesOf(rows: readonly DeskRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { row } of rows)
    if (row.push?.state === 'waiting' && row.push.percent !== null && row.push.message !== '')
      counts.set(row.push.message, (counts.get(row.push.message) ?? 0) + 1);
  return counts;
}
