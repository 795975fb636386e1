import { evaluationMethodOf } from '../competency/evaluation.js';
import type { Competency, Standard } from './standard.js';

/** One difference between two versions; values as they are in the data, minutes in minutes. */
export interface StandardDifference {
  readonly subject: 'terms' | 'work-process' | 'competency' | 'course' | 'elective-group' | 'credential' | 'wage-step';
  /** The item's code; the name of the field for terms. */
  readonly code: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** The fields that differ, by name; empty when the whole item came or went. */
  readonly fields: readonly { readonly field: string; readonly from: Value; readonly to: Value }[];
}

type Value = string | number | boolean | null;
type Item = { readonly code: string } & object;

/** What changed from an older version to a newer one, item by item and by code, never by title (PRODUCT, "The program"). */
export function compareStandards(older: Standard, newer: Standard): readonly StandardDifference[] {
  return [
    ...terms(older, newer),
    ...items('work-process', older.workProcesses.map(withSafety), newer.workProcesses.map(withSafety)),
    ...items('competency', older.competencies.map(withMethod), newer.competencies.map(withMethod)),
    ...items('course', older.courses.map(withSafety), newer.courses.map(withSafety)),
    ...items('elective-group', older.electiveGroups ?? [], newer.electiveGroups ?? []),
    ...items('credential', older.completionCredentials, newer.completionCredentials),
    ...items('wage-step', wageSteps(older), wageSteps(newer)),
  ];
}

/** What is left out means the same as what is said of it. */
const withSafety = <One extends { readonly safety?: boolean }>(one: One) => ({ ...one, safety: one.safety ?? false });
const withMethod = (one: Competency) => ({ ...one, evaluation: evaluationMethodOf(one) });

function terms(older: Standard, newer: Standard): StandardDifference[] {
  const from = termFields(older);
  const to = termFields(newer);
  return Object.keys({ ...from, ...to })
    .filter((field) => (from[field] ?? null) !== (to[field] ?? null))
    .map((field) => ({
      subject: 'terms',
      code: field,
      change: 'changed',
      fields: [{ field, from: from[field] ?? null, to: to[field] ?? null }],
    }));
}

const termFields = (one: Standard): Readonly<Record<string, Value>> => ({
  occupation: one.occupation.title,
  rapidsCode: one.occupation.rapidsCode,
  onetSoc: one.occupation.onetSoc,
  approach: one.approach,
  termMonths: one.termMonths,
  ojtMinutes: one.ojtMinutes,
  rtiMinutes: one.rtiMinutes,
  jobBookStatus: one.jobBookStatus,
  passMarkPercent: one.policies.passMarkPercent,
  shiftLimitMinutes: one.policies.shiftLimitMinutes,
  loggingWindowDays: one.policies.loggingWindowDays,
  levels: one.levels.map(({ level, name }) => `${level} ${name}`).join(', '),
  ratio: one.terms?.ratio ? `${one.terms.ratio.apprentices}:${one.terms.ratio.journeyworkers}` : null,
  agency: one.terms?.agency.agency ?? null,
  journeyworkerCentsPerHour: one.terms?.wages?.journeyworkerCentsPerHour ?? null,
  ...policyFields(one),
});

/** The numbers of the agency's policy; which agency it is has a field of its own. */
function policyFields({ terms }: Standard): Readonly<Record<string, Value>> {
  if (!terms) return {};
  const { agency: _, ...policy } = terms.agency;
  return flat('agency', policy);
}

/** The values of a policy under the names of their places, e.g. `agency.reporting.registered.days`. */
function flat(name: string, value: unknown): Readonly<Record<string, Value>> {
  if (Array.isArray(value)) return { [name]: value.join(', ') };
  if (typeof value !== 'object' || value === null) return { [name]: value as Value };
  return Object.assign({}, ...Object.entries(value).map(([field, inner]) => flat(`${name}.${field}`, inner)));
}

const wageSteps = (standard: Standard): readonly Item[] =>
  (standard.terms?.wages?.steps ?? []).map(({ step, title, percent, after }) => ({
    code: String(step),
    title,
    percent,
    ...after,
  }));

function items(
  subject: StandardDifference['subject'],
  older: readonly Item[],
  newer: readonly Item[],
): StandardDifference[] {
  const before = new Map(older.map((one) => [one.code, one]));
  const after = new Map(newer.map((one) => [one.code, one]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((code): StandardDifference[] => {
    const from = before.get(code);
    const to = after.get(code);
    if (!from) return [{ subject, code, change: 'added', fields: [] }];
    if (!to) return [{ subject, code, change: 'removed', fields: [] }];
    const fields = differing(from, to);
    return fields.length === 0 ? [] : [{ subject, code, change: 'changed', fields }];
  });
}

function differing(from: Item, to: Item): StandardDifference['fields'] {
  const left = from as unknown as Readonly<Record<string, Value>>;
  const right = to as unknown as Readonly<Record<string, Value>>;
  return Object.keys({ ...left, ...right })
    .filter((field) => (left[field] ?? null) !== (right[field] ?? null))
    .map((field) => ({ field, from: left[field] ?? null, to: right[field] ?? null }));
}
