import type { CompetencyCode, CourseCode, OrganizationId, StandardId, WorkProcessCode } from '../brand.js';
import type { Total } from '../record/totals.js';
import type { Minutes } from '../units.js';
import type { Competency, RtiCourse, Standard, WorkProcess } from './standard.js';

/** One thing an employer makes its own within a program. */
export type CustomChange =
  | { readonly kind: 'local-process-named'; readonly workProcess: WorkProcessCode; readonly title: string }
  | { readonly kind: 'sector-courses-named'; readonly course: CourseCode; readonly parts: readonly SectorCourse[] }
  | { readonly kind: 'competency-added'; readonly competency: Competency }
  | { readonly kind: 'competency-reworded'; readonly competency: CompetencyCode; readonly title: string }
  | { readonly kind: 'competency-set-aside'; readonly competency: CompetencyCode; readonly reason: string };

/** A course that fills part of the program's sector-specific hours (IMT: 30 h). */
export interface SectorCourse {
  readonly code: CourseCode;
  readonly title: string;
  readonly requiredMinutes: Minutes;
}

/** What an employer has made its own in a version of a program, in the order it was decided. */
export interface Customisation {
  readonly standard: StandardId;
  readonly employer: OrganizationId;
  /** Goes up with every change. */
  readonly edition: number;
  readonly changes: readonly CustomChange[];
}

/** What one apprentice has signed: subject and code of every total that stands, for a course and a skill may have one code. */
export type SignedCodes = ReadonlySet<string>;

/** The codes with signed work behind them. */
export const signedCodes = (totals: readonly Pick<Total, 'subject' | 'code'>[]): SignedCodes =>
  new Set(totals.map((one) => signedKey(one.subject, one.code)));

const signedKey = (subject: Total['subject'], code: string): string => `${subject} ${code}`;

/** A change of the employer an apprentice works for now (`own`), or of one they worked for before. */
export interface EmployersChange {
  readonly change: CustomChange;
  readonly own: boolean;
}

/**
 * The changes that hold for an apprentice: those of the present employer and, of former employers, the skills and sector-specific courses
 * with signed work behind them. Moving to another employer of the program invalidates nothing that is signed (PRODUCT, "The program").
 */
export function changesFor(changes: readonly EmployersChange[], signed: SignedCodes): readonly CustomChange[] {
  const former = changes.flatMap(({ own, change }) => (own ? [] : [change]));
  const kept = former.filter((change) => isSigned(change, former, signed));
  return [...kept, ...changes.flatMap(({ own, change }) => (own ? [change] : []))];
}

/** Skills that former employers added and the present one has not. */
export function formerSkills(changes: readonly EmployersChange[]): readonly CompetencyCode[] {
  const added = changes.flatMap(({ own, change }) =>
    change.kind === 'competency-added' ? [{ own, code: change.competency.code }] : [],
  );
  const isOwn = (code: CompetencyCode) => added.some((one) => one.own && one.code === code);
  return added.flatMap(({ own, code }) => (own || isOwn(code) ? [] : [code]));
}

/** A part may itself have been divided: signed work in its parts is work in it. */
function isSigned(change: CustomChange, among: readonly CustomChange[], signed: SignedCodes): boolean {
  if (change.kind === 'competency-added') return signed.has(signedKey('competency', change.competency.code));
  if (change.kind !== 'sector-courses-named') return false;
  const isDivided = (part: CourseCode) =>
    among.some((one) => one.kind === 'sector-courses-named' && one.course === part && isSigned(one, among, signed));
  return change.parts.some(({ code }) => signed.has(signedKey('course', code)) || isDivided(code));
}

/**
 * The standard as an employer's apprentice has it. What is signed stays as it is: a sector course already credited as a whole is not
 * divided, and a competency set aside after it was signed off stays in the Job Book (PRODUCT, "The program").
 */
export function applyCustomisation(
  standard: Standard,
  changes: readonly CustomChange[],
  signed: SignedCodes,
): Standard {
  return changes.reduce<Standard>((before, change) => applied(before, change, signed), standard);
}

function applied(standard: Standard, change: CustomChange, signed: SignedCodes): Standard {
  switch (change.kind) {
    case 'local-process-named':
      return { ...standard, workProcesses: standard.workProcesses.map((one) => named(one, change)) };
    case 'sector-courses-named':
      return signed.has(signedKey('course', change.course))
        ? standard
        : { ...standard, courses: standard.courses.flatMap((one) => divided(one, change)) };
    case 'competency-added':
      return standard.competencies.some((one) => one.code === change.competency.code)
        ? standard
        : { ...standard, competencies: [...standard.competencies, change.competency] };
    case 'competency-reworded':
      return {
        ...standard,
        competencies: standard.competencies.map((one) =>
          one.code === change.competency ? { ...one, title: change.title } : one,
        ),
      };
    case 'competency-set-aside':
      return signed.has(signedKey('competency', change.competency))
        ? standard
        : { ...standard, competencies: standard.competencies.filter((one) => one.code !== change.competency) };
  }
}

const named = (one: WorkProcess, change: { workProcess: WorkProcessCode; title: string }): WorkProcess =>
  one.code === change.workProcess ? { ...one, title: change.title } : one;

const divided = (
  one: RtiCourse,
  change: { course: CourseCode; parts: readonly SectorCourse[] },
): readonly RtiCourse[] => (one.code === change.course ? change.parts.map((part) => ({ ...one, ...part })) : [one]);
