import { Button } from '@mantine/core';
import { isProblem, ProblemNotice } from '../../ui/problem-notice.js';
import { showHours } from '../../ui/show-hours.js';
import css from './section-desk.module.css';
import type { SectionDeskState } from './use-section-desk.js';

const courseChanged =
  'A colleague has changed which RTI course this is, or how it credits. Nobody was confirmed; whom you chose and what you typed is ' +
  'still here. Look at the course above, then confirm again.';

/** The one main action: confirm who is chosen, which credits the hours and pushes the grades. */
export function ConfirmBar({ desk }: { desk: SectionDeskState }) {
  const { picked, section, course, confirmation, confirm } = desk;
  const credits = picked.filter(({ row }) => row.credit === null).length;
  if (!section.may.confirm || (picked.length === 0 && !confirmation.isError)) return null;
  return (
    <div className={css.bar}>
      <ProblemNotice
        error={confirmation.error}
        says={isProblem(confirmation.error, 'changed-since-shown') ? courseChanged : undefined}
        onRetry={picked.length > 0 ? confirm : undefined}
      />
      {picked.length > 0 && (
        <>
          <span className="soft">
            {credits === 0
              ? 'The hours are credited already'
              : `${course.creditMode === 'all' ? `${showHours(course.minutes)} for each` : 'The hours attended'}, on your word`}
          </span>
          <Button size="lg" loading={confirmation.isPending} onClick={confirm}>
            {credits === 0 ? `Push ${picked.length} again` : `Confirm ${picked.length}`}
            {credits > 0 && section.services.grades && ' and push'}
          </Button>
        </>
      )}
    </div>
  );
}
