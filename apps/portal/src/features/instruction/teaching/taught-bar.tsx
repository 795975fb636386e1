import { Button } from '@mantine/core';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { showHours } from '../../../ui/show-hours.js';
import css from '../section-desk.module.css';
import type { TeachingDesk } from './use-teaching-desk.js';

/** Saves what was typed; the one main action confirms who is chosen, which credits the hours. */
export function TaughtBar({ desk }: { desk: TeachingDesk }) {
  const { picked, changed, faulty, section, confirmation, confirm, save, saving } = desk;
  const error = confirmation.error ?? saving.error;
  if (picked.length === 0 && changed.length === 0 && !error) return null;
  return (
    <div className={css.bar}>
      <ProblemNotice error={error} />
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
