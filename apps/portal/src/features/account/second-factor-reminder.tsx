import type { Session } from '@journeybook/contracts';
import { Link } from '@tanstack/react-router';
import { Remark } from '../../ui/done-notice.js';
import { showDate } from '../../ui/show-dates.js';

/** Until the day an organisation asks for a second step: what is coming, and where it is set up. */
export function SecondFactorReminder({ secondFactor }: Pick<Session, 'secondFactor'>) {
  const { needed, organization, requiredFrom } = secondFactor;
  if (needed !== 'soon' || !requiredFrom) return null;
  return (
    <Remark>
      {organization ?? 'Your organization'} asks for a second step when you sign in, from {showDate(requiredFrom)} on.{' '}
      <Link to="/account">Set it up now</Link>
    </Remark>
  );
}
