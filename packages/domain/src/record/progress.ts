import type { Total } from './totals.js';
import type { CompetencyCode, CourseCode, WorkProcessCode } from '../brand.js';
import type { ElectiveGroup, Standard } from '../program/standard.js';
import { countableMinutes } from '../program/standard.js';
import type { Minutes } from '../units.js';
import { sumMinutes } from '../units.js';

/** Minutes submitted and not yet decided, by work process. Shown beside what counts, never in it. */
export type PendingMinutes = ReadonlyMap<WorkProcessCode, Minutes>;

interface Part {
  readonly title: string;
  readonly requiredMinutes: Minutes;
  /** What counts, never more than may count. */
  readonly creditedMinutes: Minutes;
  readonly advancedMinutes: Minutes;
  /** What may count above the maximum by the sponsor's leave; left out when there is none. */
  readonly varianceMinutes?: Minutes;
  /** Approved, but above what may count without a variance. */
  readonly uncountedMinutes: Minutes;
  readonly pendingMinutes: Minutes;
  readonly leftMinutes: Minutes;
  readonly entries: number;
}
export interface ProcessProgress extends Part {
  readonly code: WorkProcessCode;
  readonly local: boolean;
  readonly competencies: readonly CompetencyProgress[];
}
export interface CourseProgress extends Part {
  readonly code: CourseCode;
  readonly local: boolean;
  /** The group it may be chosen from; left out, the course is required. */
  readonly electiveGroup?: string;
}
export interface CompetencyProgress {
  readonly code: CompetencyCode;
  readonly title: string;
  readonly requiredLevel: number;
  readonly level: number | null;
  readonly signedOff: boolean;
}

/** The courses chosen of a group, counted up to what the group requires. */
export interface ElectiveProgress {
  readonly code: string;
  readonly title: string;
  readonly requiredMinutes: Minutes;
  readonly creditedMinutes: Minutes;
  readonly pendingMinutes: Minutes;
  readonly leftMinutes: Minutes;
}

/** Required, credited, pending and left, for the job and for instruction. */
export interface Sum {
  readonly requiredMinutes: Minutes;
  readonly creditedMinutes: Minutes;
  readonly pendingMinutes: Minutes;
  readonly leftMinutes: Minutes;
}
export interface Progress {
  readonly ojt: Sum;
  readonly rti: Sum;
  readonly competencies: { readonly required: number; readonly signedOff: number };
  readonly processes: readonly ProcessProgress[];
  readonly courses: readonly CourseProgress[];
  /** Left out when the standard has no electives. */
  readonly electives?: readonly ElectiveProgress[];
}

/** Where an apprentice stands against the standard: a function of the totals and of what waits, and nothing else. */
export function progress(standard: Standard, totals: readonly Total[], pending: PendingMinutes): Progress {
  const found = new Map(totals.map((total) => [`${total.subject} ${total.code}`, total]));
  const processes = standard.workProcesses.map(
    (process): ProcessProgress => ({
      code: process.code,
      local: process.local,
      ...part(process, found.get(`work-process ${process.code}`), {
        countable: countableMinutes(process),
        waiting: pending.get(process.code),
      }),
      competencies: standard.competencies
        .filter((competency) => competency.workProcess === process.code)
        .map((competency) => {
          const level = found.get(`competency ${competency.code}`)?.level ?? null;
          const { code, title, requiredLevel } = competency;
          return { code, title, requiredLevel, level, signedOff: level !== null && level >= requiredLevel };
        }),
    }),
  );
  const courses = standard.courses.map(
    (course): CourseProgress => ({
      code: course.code,
      local: course.local,
      ...(course.electiveGroup === undefined ? {} : { electiveGroup: course.electiveGroup }),
      ...part(course, found.get(`course ${course.code}`), { countable: course.requiredMinutes, waiting: undefined }),
    }),
  );
  const electives = (standard.electiveGroups ?? []).map((group) => elective(group, courses));
  const competencies = processes.flatMap((process) => process.competencies);
  return {
    ojt: sum(processes),
    rti: sum([...courses.filter((one) => one.electiveGroup === undefined), ...electives]),
    competencies: {
      required: competencies.length,
      signedOff: competencies.filter((competency) => competency.signedOff).length,
    },
    processes,
    courses,
    ...(electives.length === 0 ? {} : { electives }),
  };
}

function elective(group: ElectiveGroup, courses: readonly CourseProgress[]): ElectiveProgress {
  const chosen = courses.filter((one) => one.electiveGroup === group.code);
  const credited = Math.min(sumMinutes(chosen.map((one) => one.creditedMinutes)), group.requiredMinutes);
  return {
    ...group,
    creditedMinutes: credited as Minutes,
    pendingMinutes: sumMinutes(chosen.map((one) => one.pendingMinutes)),
    leftMinutes: (group.requiredMinutes - credited) as Minutes,
  };
}

function part(
  item: { readonly title: string; readonly requiredMinutes: Minutes },
  total: Total | undefined,
  { countable, waiting }: { countable: Minutes; waiting: Minutes | undefined },
): Part {
  const approved = total?.minutes ?? 0;
  const variance = total?.varianceMinutes ?? 0;
  const credited = Math.min(approved, countable + variance);
  return {
    title: item.title,
    requiredMinutes: item.requiredMinutes,
    creditedMinutes: credited as Minutes,
    advancedMinutes: total?.advancedMinutes ?? (0 as Minutes),
    ...(variance > 0 ? { varianceMinutes: variance as Minutes } : {}),
    uncountedMinutes: (approved - credited) as Minutes,
    pendingMinutes: waiting ?? (0 as Minutes),
    leftMinutes: Math.max(0, item.requiredMinutes - credited) as Minutes,
    entries: total?.entries ?? 0,
  };
}

const sum = (parts: readonly Sum[]): Sum => ({
  requiredMinutes: sumMinutes(parts.map((one) => one.requiredMinutes)),
  creditedMinutes: sumMinutes(parts.map((one) => one.creditedMinutes)),
  pendingMinutes: sumMinutes(parts.map((one) => one.pendingMinutes)),
  leftMinutes: sumMinutes(parts.map((one) => one.leftMinutes)),
});
