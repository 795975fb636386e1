import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import { sumMinutes } from '../units.js';
import type { CustomChange, Customisation } from './customisation.js';
import { applyCustomisation } from './customisation.js';
import type { Competency, Standard } from './standard.js';

export type CustomiseRefusal =
  | { readonly kind: 'not-their-job-book' }
  | { readonly kind: 'changed-since-shown' }
  | { readonly kind: 'title-missing' }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'not-local'; readonly code: string }
  | { readonly kind: 'code-taken'; readonly code: string }
  | { readonly kind: 'unknown-work-process'; readonly workProcess: string }
  | { readonly kind: 'unknown-competency' }
  | { readonly kind: 'level-not-on-scale' }
  | { readonly kind: 'minutes-not-positive' }
  | { readonly kind: 'sector-hours-differ'; readonly requiredMinutes: number }
  | { readonly kind: 'last-competency'; readonly workProcess: string };

/**
 * Adds one change to what an employer has made its own: local options and sector-specific courses named, competencies added, reworded
 * or set aside as not applicable. Hours and levels of the program never change, and nothing that is signed is ever invalidated
 * (PRODUCT, "The program": an employer customises within a program). By the employer's administrators.
 */
export function customise(
  actor: PersonActor,
  customisation: Customisation,
  change: CustomChange,
  facts: {
    readonly standard: Standard;
    readonly shownEdition: number;
    /** Codes that other employers of the program have given; left out, there are none. */
    readonly takenCodes?: ReadonlySet<string>;
  },
): Result<Customisation, CustomiseRefusal> {
  if (!holds(actor, 'employer-admin', customisation.employer)) return refuse({ kind: 'not-their-job-book' });
  if (customisation.edition !== facts.shownEdition) return refuse({ kind: 'changed-since-shown' });
  const refusal = changeFault(change, customisation, facts.standard) ?? takenElsewhere(change, facts.takenCodes);
  if (refusal) return refuse(refusal);
  return accept({
    ...customisation,
    edition: customisation.edition + 1,
    changes: [...customisation.changes, change],
  });
}

/** A code means one thing within a program, so that signed work can go along to another of its employers. */
function takenElsewhere(change: CustomChange, taken: ReadonlySet<string> = new Set()): CustomiseRefusal | null {
  const code = codesGiven(change).find((one) => taken.has(one));
  return code === undefined ? null : { kind: 'code-taken', code };
}

/** The codes that a change brings into a program. */
export function codesGiven(change: CustomChange): readonly string[] {
  if (change.kind === 'competency-added') return [change.competency.code];
  return change.kind === 'sector-courses-named' ? change.parts.map((part) => part.code) : [];
}

/** Why a change cannot be made after those there are, whoever makes it; null when it can. */
export function changeFault(
  change: CustomChange,
  customisation: Customisation,
  program: Standard,
): CustomiseRefusal | null {
  const own = applyCustomisation(program, customisation.changes, new Set());
  switch (change.kind) {
    case 'local-process-named':
      if (!program.workProcesses.some((one) => one.code === change.workProcess && one.local))
        return { kind: 'not-local', code: change.workProcess };
      return isBlank(change.title) ? { kind: 'title-missing' } : null;
    case 'sector-courses-named':
      return whyNotSector(change, own);
    case 'competency-added':
      return whyNotAdded(change, [...program.competencies, ...everAdded(customisation)], own);
    case 'competency-reworded':
      if (!own.competencies.some((one) => one.code === change.competency)) return { kind: 'unknown-competency' };
      return isBlank(change.title) ? { kind: 'title-missing' } : null;
    case 'competency-set-aside':
      return whyNotSetAside(change, own);
  }
}

const isBlank = (text: string): boolean => text.trim() === '';

/** The parts take the place of the local course and add up to its hours. */
function whyNotSector(
  { course: code, parts }: Extract<CustomChange, { kind: 'sector-courses-named' }>,
  own: Standard,
): CustomiseRefusal | null {
  const course = own.courses.find((one) => one.code === code);
  if (!course?.local) return { kind: 'not-local', code };
  if (parts.some((part) => isBlank(part.title))) return { kind: 'title-missing' };
  if (parts.some((part) => part.requiredMinutes <= 0)) return { kind: 'minutes-not-positive' };
  const taken = parts.find(
    (part, index) =>
      own.courses.some((one) => one.code === part.code) || parts.findIndex((one) => one.code === part.code) !== index,
  );
  if (taken) return { kind: 'code-taken', code: taken.code };
  const sum = sumMinutes(parts.map((part) => part.requiredMinutes));
  return sum === course.requiredMinutes
    ? null
    : { kind: 'sector-hours-differ', requiredMinutes: course.requiredMinutes };
}

const everAdded = ({ changes }: Customisation): readonly Competency[] =>
  changes.flatMap((one) => (one.kind === 'competency-added' ? [one.competency] : []));

/** A code is taken also when its competency was set aside: what was signed under it keeps its meaning. */
function whyNotAdded(
  { competency }: Extract<CustomChange, { kind: 'competency-added' }>,
  known: readonly Competency[],
  own: Standard,
): CustomiseRefusal | null {
  if (isBlank(competency.title)) return { kind: 'title-missing' };
  if (known.some((one) => one.code === competency.code)) return { kind: 'code-taken', code: competency.code };
  if (!own.workProcesses.some((one) => one.code === competency.workProcess))
    return { kind: 'unknown-work-process', workProcess: competency.workProcess };
  return own.levels.some((one) => one.level === competency.requiredLevel) ? null : { kind: 'level-not-on-scale' };
}

/** Where skills count, a process keeps at least one: 29 CFR 29.5(b)(2)(ii)-(iii). */
function whyNotSetAside(
  change: Extract<CustomChange, { kind: 'competency-set-aside' }>,
  own: Standard,
): CustomiseRefusal | null {
  const competency = own.competencies.find((one) => one.code === change.competency);
  if (!competency) return { kind: 'unknown-competency' };
  if (isBlank(change.reason)) return { kind: 'reason-missing' };
  const { workProcess } = competency;
  const others = own.competencies.filter((one) => one.workProcess === workProcess).length - 1;
  return own.approach !== 'time' && others === 0 ? { kind: 'last-competency', workProcess } : null;
}
