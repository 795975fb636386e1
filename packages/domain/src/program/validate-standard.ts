import type { Standard } from './standard.js';
import { countableMinutes } from './standard.js';
import { sumMinutes, minutesPerHour } from '../units.js';
import type { WageStep } from '../wages/wage-schedule.js';
import type { ValueFault } from './validate-values.js';
import { validateValues } from './validate-values.js';

/** One thing wrong with a standard: where it is, and what would put it right. */
export interface StandardFault {
  readonly kind:
    | ValueFault['kind']
    | 'total-differs'
    | 'duplicate-code'
    | 'unknown-work-process'
    | 'level-not-on-scale'
    | 'limits-cross'
    | 'unknown-elective-group'
    | 'wage-steps-fall'
    | 'wage-step-unreachable'
    | 'wage-above-journeyworker';
  readonly field: string;
  readonly message: string;
}

/** Lists every fault that keeps a standard from being published; an empty list means none (domain.md §2.2, §7). */
export function validateStandard(standard: Standard): readonly StandardFault[] {
  return [
    ...validateValues(standard),
    ...totals(standard),
    ...duplicates('workProcesses', standard.workProcesses),
    ...duplicates('courses', standard.courses),
    ...duplicates('competencies', standard.competencies),
    ...duplicates('completionCredentials', standard.completionCredentials),
    ...duplicates(
      'levels',
      standard.levels.map(({ level }) => ({ code: `Level ${level}` })),
    ),
    ...competencies(standard),
    ...[...standard.workProcesses, ...standard.courses]
      .filter((item) => item.requiredMinutes <= 0)
      .map((item) => fault('minutes-not-positive', item.code, `${item.code} requires no time; give it its hours.`)),
    ...limits(standard),
    ...electives(standard),
    ...wages(standard),
  ];
}

const fault = (kind: StandardFault['kind'], field: string, message: string): StandardFault => ({
  kind,
  field,
  message,
});

function totals(standard: Standard): StandardFault[] {
  const { ojtMinutes, rtiMinutes, workProcesses } = standard;
  const instruction = [
    ...standard.courses.filter((one) => one.electiveGroup === undefined),
    ...(standard.electiveGroups ?? []),
  ];
  const sums = [
    { field: 'ojtMinutes', total: ojtMinutes, parts: sumMinutes(workProcesses.map((one) => one.requiredMinutes)) },
    { field: 'rtiMinutes', total: rtiMinutes, parts: sumMinutes(instruction.map((one) => one.requiredMinutes)) },
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

/** A group has to be among the groups, and its courses have to offer what it asks for. */
function electives({ courses, electiveGroups = [] }: Standard): StandardFault[] {
  const known = new Set(electiveGroups.map((one) => one.code));
  const strays = courses.filter((one) => one.electiveGroup !== undefined && !known.has(one.electiveGroup));
  const short = electiveGroups.filter(
    (group) =>
      sumMinutes(courses.filter((one) => one.electiveGroup === group.code).map((one) => one.requiredMinutes)) <
      group.requiredMinutes,
  );
  return [
    ...duplicates('electiveGroups', electiveGroups),
    ...strays.map(({ code, electiveGroup }) =>
      fault('unknown-elective-group', code, `${code} may be chosen from ${electiveGroup}, which is not listed.`),
    ),
    ...short.map(({ code }) =>
      fault('limits-cross', code, `${code} asks for more hours than its courses have; add courses or ask for less.`),
    ),
  ];
}

/** Steps rise in pay and in what they ask for, and end at the journeyworker's rate (29 CFR 29.5(b)(5)). */
function wages({ terms }: Standard): StandardFault[] {
  const steps = terms?.wages?.steps ?? [];
  return steps.flatMap((step, index) => {
    const before = steps[index - 1];
    const name = `wage step ${step.step}`;
    return [
      ...(step.step === index + 1
        ? []
        : [fault('duplicate-code', name, `Number the wage steps 1 to ${steps.length}.`)]),
      ...(before && step.percent < before.percent
        ? [fault('wage-steps-fall', name, `Step ${step.step} pays less than the step before it; wages never fall.`)]
        : []),
      ...(step.percent > 100
        ? [fault('wage-above-journeyworker', name, `Step ${step.step} pays more than a journeyworker.`)]
        : []),
      ...(before && asksLess(step, before)
        ? [fault('wage-step-unreachable', name, `Step ${step.step} asks for less than the step before it.`)]
        : []),
    ];
  });
}

const asksLess = (step: WageStep, before: WageStep): boolean =>
  (['ojtMinutes', 'rtiMinutes', 'months', 'competencies'] as const).some(
    (one) => (step.after[one] ?? Number.POSITIVE_INFINITY) < (before.after[one] ?? 0),
  );
