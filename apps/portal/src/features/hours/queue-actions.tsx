import { Button } from '@mantine/core';
import { useState } from 'react';
import { DoneNotice } from '../../ui/done-notice.js';
import { isProblem, ProblemNotice } from '../../ui/problem-notice.js';
import { countOf } from '../../ui/show-dates.js';
import { showHours } from '../../ui/show-hours.js';
import { minutesOf } from './group-queue.js';
import css from './queue-actions.module.css';
import { ReturnHoursDialog } from './return-hours-dialog.js';
import type { QueueDesk } from './use-queue-desk.js';

/** What can be done with the chosen entries, where the thumb is. */
export function QueueActions({ desk }: { desk: QueueDesk }) {
  const [returning, setReturning] = useState(false);
  const [returned, setReturned] = useState('');
  const { chosen, approvable, approval } = desk;
  const changed = isProblem(approval.error, 'changed-since-shown');
  return (
    <>
      <DoneNotice>{returned}</DoneNotice>
      {!changed && <ProblemNotice error={approval.error} onRetry={approvable.length > 0 ? desk.approve : undefined} />}
      {chosen.length > 0 && (
        <div className={css.actions}>
          <Button variant="default" size="lg" onClick={() => setReturning(true)}>
            Return…
          </Button>
          {approvable.length > 0 && (
            <Button size="lg" loading={approval.isPending} onClick={() => [setReturned(''), desk.approve()]}>
              Approve {countOf(approvable.length, 'entry', 'entries')}, {showHours(minutesOf(approvable))}
            </Button>
          )}
        </div>
      )}
      <ReturnHoursDialog
        opened={returning}
        desk={desk}
        onClose={() => setReturning(false)}
        onReturned={(count) => {
          setReturning(false);
          setReturned(`${countOf(count, 'entry', 'entries')} returned.`);
        }}
      />
    </>
  );
}
