import type { Standard } from '../program/standard.js';
import type { Total } from '../record/totals.js';
import type { StandingItem } from '../standing/standing-request.js';
import type { Minutes } from '../units.js';

/**
 * What to ask for as advanced standing when somebody comes back or transfers in: what the earlier record shows for the same codes, no
 * more than the standard requires (29 CFR 29.5(b)(12)-(13)). It is a request like any other; another person decides it.
 */
export function creditFromEarlier(standard: Standard, earlier: readonly Total[]): readonly StandingItem[] {
  const found = new Map(earlier.map((total) => [`${total.subject} ${total.code}`, total]));
  const upTo = (total: Total | undefined, required: Minutes): Minutes =>
    Math.min(total?.minutes ?? 0, required) as Minutes;
  const processes = standard.workProcesses.map(
    (one): StandingItem => ({
      kind: 'work-process',
      workProcess: one.code,
      minutes: upTo(found.get(`work-process ${one.code}`), one.requiredMinutes),
    }),
  );
  const courses = standard.courses.map(
    (one): StandingItem => ({
      kind: 'course',
      course: one.code,
      minutes: upTo(found.get(`course ${one.code}`), one.requiredMinutes),
    }),
  );
  const competencies = standard.competencies.flatMap((one): readonly StandingItem[] => {
    const level = found.get(`competency ${one.code}`)?.level ?? null;
    return level !== null && level >= one.requiredLevel ? [{ kind: 'competency', competency: one.code, level }] : [];
  });
  return [...[...processes, ...courses].filter((one) => one.kind === 'competency' || one.minutes > 0), ...competencies];
}
