import { Button } from '@mantine/core';
import { joinNames } from '../../ui/join-names.js';
import notice from '../../ui/notice.module.css';
import { countOf } from '../../ui/show-dates.js';
import { learnerName } from './learner-name.js';
import type { DeskRow, SectionDeskState } from './use-section-desk.js';

/** Says above the list which grades the gradebook did not take, as soon as it is known: on its row it is easily overlooked. */
export function NotTaken({ desk }: { desk: SectionDeskState }) {
  const refused = desk.rows.filter(({ standing }) => standing.notTaken);
  const words = [...sayNotTaken(refused.length), ...sayKept(desk.rows)].join(' ');
  const isShown = desk.filter === 'push-refused';
  const open = refused.filter(({ standing, chosen }) => standing.ready && !chosen);
  return (
    <div className={words ? `${notice.notice} ${notice.stop}` : notice.silent}>
      <p role="status">{words}</p>
      {refused.length > 1 && open.length > 0 && desk.section.may.confirm && (
        <Button
          variant="default"
          onClick={() =>
            desk.toggle(
              open.map(({ row }) => row.identity),
              true,
            )
          }
        >
          Choose them to push again ({open.length})
        </Button>
      )}
      {refused.length > 0 && (
        <Button variant="default" onClick={() => desk.setFilter(isShown ? 'all' : 'push-refused')}>
          {isShown ? 'Show all learners' : refused.length === 1 ? 'Show it' : 'Show them'}
        </Button>
      )}
    </div>
  );
}

const sayNotTaken = (count: number): readonly string[] =>
  count === 0
    ? []
    : [`${countOf(count, 'grade was', 'grades were')} not taken by the gradebook. The hours count all the same.`];

/** A grade that was to be taken out of the gradebook and is still there. */
function sayKept(rows: readonly DeskRow[]): readonly string[] {
  const kept = rows.filter(({ row }) => row.push?.state === 'refused' && row.push.percent === null);
  if (kept.length === 0) return [];
  const names = joinNames(kept.map(({ row }) => learnerName(row)));
  return [`The gradebook still shows what was taken back here: the grade of ${names}.`];
}
