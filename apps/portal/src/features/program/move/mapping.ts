import type { MoveProposal } from '@journeybook/contracts';

export type Mapped = MoveProposal['mapping'][number];
export type Target = MoveProposal['targets'][number];
export type Subject = Mapped['subject'];

export const subjectNames = {
  'work-process': 'Work processes',
  course: 'Courses',
  competency: 'Competencies',
} as const satisfies Record<Subject, string>;

/** A code of a subject, told apart from the same code of another. */
export const mappedKey = ({ subject, from }: Pick<Mapped, 'subject' | 'from'>): string => `${subject} ${from}`;

/** Whether a line keeps its code: nothing has to be decided about it. */
export const isKept = ({ from, to }: Mapped): boolean => from === to;

/** Where somebody says that a line goes: to a code of the new version, nowhere, or nowhere and kept as it was signed. */
export type Goal = Pick<Mapped, 'to' | 'asHistory'>;

/** The line with its new goal, and nothing left of the one it had. */
export const withGoal = ({ asHistory: _, ...line }: Mapped, goal: Goal): Mapped => ({ ...line, ...goal });

/**
 * What keeps the line from being carried out: signed work and waiting hours have to go somewhere or are kept as history, and two signed
 * skills never become one.
 */
export function whatIsWrong(line: Mapped, mapping: readonly Mapped[]): string {
  if (!line.signed) return '';
  if (line.to === null && !line.asHistory) return 'Signed work or waiting hours stand behind it: say where it goes.';
  const merged =
    line.subject === 'competency' &&
    line.to !== null &&
    mapping.some((one) => one !== line && one.subject === 'competency' && one.signed && one.to === line.to);
  return merged ? 'Another signed competency goes there too; each needs one of its own.' : '';
}

/** What the new version has and nothing of the old one goes to. */
export const newTargets = (mapping: readonly Mapped[], targets: readonly Target[]): readonly Target[] =>
  targets.filter((target) => !mapping.some((one) => one.subject === target.subject && one.to === target.code));
