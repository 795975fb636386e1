import type { RequirementView } from '@journeybook/contracts';

export const groupNames = {
  hours: 'Hours on the job',
  skills: 'Skills',
  courses: 'Instruction',
  credentials: 'Completion credentials',
} as const;
export type GroupId = keyof typeof groupNames;

const groupOf = {
  'process-hours': 'hours',
  'ojt-minimum': 'hours',
  'ojt-months': 'hours',
  competency: 'skills',
  course: 'courses',
  electives: 'courses',
  'completion-credential': 'credentials',
} as const satisfies Record<RequirementView['kind'], GroupId>;

export interface RequirementGroup {
  readonly id: GroupId;
  /** Unmet ones first, each in the order of the program. */
  readonly items: readonly RequirementView[];
  readonly met: number;
  readonly reviewed: number;
  readonly questioned: number;
}

/** The requirements by what they are about; a group that asks for nothing is left out. */
export function groupRequirements(requirements: readonly RequirementView[]): readonly RequirementGroup[] {
  return (Object.keys(groupNames) as GroupId[])
    .map((id) =>
      groupFrom(
        id,
        requirements.filter((one) => groupOf[one.kind] === id),
      ),
    )
    .filter(({ items }) => items.length > 0);
}

function groupFrom(id: GroupId, all: readonly RequirementView[]): RequirementGroup {
  const met = all.filter((one) => one.met);
  return {
    id,
    items: [...all.filter((one) => !one.met), ...met],
    met: met.length,
    reviewed: all.filter((one) => one.review !== null).length,
    questioned: all.filter((one) => one.review?.verdict === 'questioned').length,
  };
}

/** What can be accepted in one act: met, and nobody said anything about it yet. */
export const acceptable = (items: readonly RequirementView[]): readonly RequirementView[] =>
  items.filter((one) => one.met && one.review === null);

/** What a requirement is called: its code with its title; by the title alone where there is one only. */
export const requirementName = ({ kind, code, title }: RequirementView): string =>
  kind === 'ojt-minimum' || kind === 'ojt-months' ? title : `${code} ${title}`;

/** A requirement, told apart from one of another kind with the same code. */
export const requirementKey = ({ kind, code }: Pick<RequirementView, 'kind' | 'code'>): string => `${kind} ${code}`;
