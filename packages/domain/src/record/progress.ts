import type { Total } from './totals.js';
import type { CompetencyCode, CourseCode, WorkProcessCode } from '../brand.js';
import type { Standard } from '../program/standard.js';
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
}
export interface CompetencyProgress {
  readonly code: CompetencyCode;
  readonly title: string;
  readonly requiredLevel: number;
  readonly level: number | null;
  readonly signedOff: boolean;
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
      ...part(course, found.get(`course ${course.code}`), { countable: course.requiredMinutes, waiting: undefined }),
    }),
  );
  const competencies = processes.flatMap((process) => process.competencies);
  return {
    ojt: sum(processes),
    rti: sum(courses),
    competencies: {
      required: competencies.length,
      signedOff: competencies.filter((competency) => competency.signedOff).length,
    },
    processes,
    courses,
  };
}

function part(
  item: { readonly title: string; readonly requiredMinutes: Minutes },
  total: Total | undefined,
  { countable, waiting }: { countable: Minutes; waiting: Minutes | undefined },
): Part {
  const approved = total?.minutes ?? 0;
  const credited = Math.min(approved, countable);
  return {
    title: item.title,
    requiredMinutes: item.requiredMinutes,
    creditedMinutes: credited as Minutes,
    advancedMinutes: total?.advancedMinutes ?? (0 as Minutes),
    uncountedMinutes: (approved - credited) as Minutes,
    pendingMinutes: waiting ?? (0 as Minutes),
    leftMinutes: Math.max(0, item.requiredMinutes - credited) as Minutes,
    entries: total?.entries ?? 0,
  };
}

const sum = (parts: readonly Part[]): Sum => ({
  requiredMinutes: sumMinutes(parts.map((one) => one.requiredMinutes)),
  creditedMinutes: sumMinutes(parts.map((one) => one.creditedMinutes)),
  pendingMinutes: sumMinutes(parts.map((one) => one.pendingMinutes)),
  leftMinutes: sumMinutes(parts.map((one) => one.leftMinutes)),
});
