import type { RequirementView } from '@journeybook/contracts';
import { showDate } from '../../ui/show-dates.js';
import { showHours } from '../../ui/show-hours.js';

/** What would meet a requirement, in words: `12 h 30 of WP05 left`, `a sign-off at level 3`. Empty for a met one. */
export function describeMissing({ kind, code, missing }: RequirementView): string {
  if (!missing) return '';
  switch (missing.kind) {
    case 'minutes':
      return `${showHours(missing.minutes)} ${kind === 'ojt-minimum' ? 'on the job' : `of ${code}`} left`;
    case 'sign-off':
      return missing.level === null
        ? `a sign\u2011off at level ${missing.requiredLevel}`
        : `a sign\u2011off at level ${missing.requiredLevel}; it stands at ${missing.level} now`;
    case 'until':
      return `reached on ${showDate(missing.on)}`;
    case 'credential':
      return 'the certificate, seen and recorded';
  }
}
