import type { Standard } from './standard.js';
import { countableMinutes } from './standard.js';
import { sumMinutes, minutesPerHour } from '../units.js';

/** One thing wrong with a standard: where it is, and what would put it right. */
export interface StandardFault {
  readonly kind:
    | 'total-differs'
    | 'duplicate-code'
    | 'unknown-work-process'
    | 'level-not-on-scale'
    | 'minutes-not-positive'
    | 'limits-cross';
  readonly field: string;
  readonly message: string;
}

/** Lists every fault that keeps a standard from being published; an empty list means none (domain.md §2.2, §7). */
export function validateStandard(standard: Standard): readonly StandardFault[] {
  return [
    ...totals(standard),
    ...duplicates('workProcesses', standard.workProcesses),
    ...duplicates('courses', standard.courses),
    ...duplicates('competencies', standard.competencies),
    ...competencies(standard),
    ...[...standard.workProcesses, ...standard.courses]
      .filter((item) => item.requiredMinutes <= 0)
      .map((item) => fault('minutes-not-positive', item.code, `${item.code} requires no time; give it its hours.`)),
    ...limits(standard),
  ];
}

const fault = (kind: StandardFault['kind'], field: string, message: string): StandardFault => ({
  kind,
  field,
  message,
});

function totals({ ojtMinutes, rtiMinutes, workProcesses, courses }: Standard): StandardFault[] {
  const sums = [
    { field: 'ojtMinutes', total: ojtMinutes, parts: sumMinutes(workProcesses.map((one) => one.requiredMinutes)) },
    { field: 'rtiMinutes', total: rtiMinutes, parts: sumMinutes(courses.map((one) => one.requiredMinutes)) },
  ];
  return sums
    .filter(({ total, parts }) => total !== parts)
    .map(({ field, total, parts }) =>
      fault(
        'total-differs',
        field,
        `The parts add up to ${parts / minutesPerHour} h, the total says ${total / minutesPerHour} h.`,
      ),
    );
}

/** A process whose minimum or requirement is above what may count could never be finished. */
const limits = ({ workProcesses }: Standard): StandardFault[] =>
  workProcesses
    .filter((one) => Math.max(one.requiredMinutes, one.minimumMinutes ?? one.requiredMinutes) > countableMinutes(one))
    .map(({ code }) => fault('limits-cross', code, `${code} asks for more time than may count; raise its maximum.`));

function duplicates(field: string, items: readonly { readonly code: string }[]): StandardFault[] {
  const seen = new Set<string>();
  return items
    .filter(({ code }) => seen.has(code) || !seen.add(code))
    .map(({ code }) => fault('duplicate-code', field, `${code} stands twice; codes must differ.`));
}

function competencies({ competencies: list, workProcesses, levels }: Standard): StandardFault[] {
  const processes = new Set(workProcesses.map((one) => one.code));
  const scale = new Set(levels.map((one) => one.level));
  return list.flatMap((one) => [
    ...(processes.has(one.workProcess)
      ? []
      : [fault('unknown-work-process', one.code, `${one.code} belongs to ${one.workProcess}, which is not listed.`)]),
    ...(scale.has(one.requiredLevel)
      ? []
      : [fault('level-not-on-scale', one.code, `${one.code} requires level ${one.requiredLevel}, not on the scale.`)]),
  ]);
}
