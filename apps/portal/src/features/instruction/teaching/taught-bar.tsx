import { Button } from '@mantine/core';
import { isChanged } from '../../../ui/changed-since-shown.js';
import { showPercent } from '../../../ui/course-standing.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { showHours } from '../../../ui/show-hours.js';
import css from '../section-desk.module.css';
import type { DeskAttendee, TeachingDesk } from './use-teaching-desk.js';

/** What is entered now of somebody about whom something else is typed. */
function sayKept({ row: { name, result } }: DeskAttendee): string {
  if (!result) return '';
  const grade = result.percent === null ? 'no grade' : showPercent(result.percent);
  const attended = result.attendedMinutes === null ? '' : ` and ${showHours(result.attendedMinutes)} attended`;
  return `${name}: ${grade}${attended}, by ${result.by}.`;
}

const sayEntered = (changed: readonly DeskAttendee[]): string =>
  ['Results were entered since you began to type.', ...changed.map(sayKept), keptHere].filter(Boolean).join(' ');
const keptHere = 'Nothing was saved, and what you typed is still here. Save again to put it in their place.';

/** Saves what was typed; the one main action confirms who is chosen, which credits the hours. */
export function TaughtBar({ desk }: { desk: TeachingDesk }) {
  const { picked, changed, faulty, section, confirmation, confirm, save, saving } = desk;
  const error = confirmation.error ?? saving.error;
  if (picked.length === 0 && changed.length === 0 && !error) return null;
  return (
    <div className={css.bar}>
      <ProblemNotice
        error={error}
        says={error === saving.error && isChanged(error) ? sayEntered(changed) : undefined}
      />
      {changed.length > 0 && (
        <Button variant="default" size="lg" loading={saving.isPending} disabled={faulty} onClick={save}>
          Save {changed.length}
        </Button>
      )}
      {picked.length > 0 && (
        <>
          <span className="soft">
            {section.creditMode === 'all' ? `${showHours(section.course.minutes)} for each` : 'The hours attended'}, on
            your word
          </span>
          <Button size="lg" loading={confirmation.isPending} onClick={confirm}>
            Confirm {picked.length}
          </Button>
        </>
      )}
    </div>
  );
}
