import type { MergedRecord } from '@journeybook/contracts';
import { askedMinutes } from '@journeybook/domain';

export interface LeftItem {
  readonly code: string;
  readonly title: string;
  readonly kind: 'work-process' | 'course' | 'electives';
  /** Minutes that are asked for and not credited yet. */
  readonly leftMinutes: number;
  /** Part of it that only waits for a decision. */
  readonly pendingMinutes: number;
  readonly signOffsLeft: number;
  /** Where the course is running now; empty for a process. */
  readonly runningAt: readonly string[];
}

/**
 * What still has to be done, the largest shortfall of minutes first, then the most sign-offs: a function of the record
 * alone, without any guess about pace. Hours on the job as completion asks for them.
 */
export function whatIsLeft(
  record: Pick<MergedRecord, 'approach' | 'processes' | 'courses' | 'electives'>,
): readonly LeftItem[] {
  const processes = record.processes.map((process): LeftItem => {
    const leftMinutes = Math.max(0, askedMinutes(record.approach, process) - process.creditedMinutes);
    return {
      code: process.code,
      title: process.title,
      kind: 'work-process',
      leftMinutes,
      pendingMinutes: Math.min(process.pendingMinutes, leftMinutes),
      signOffsLeft: process.competencies.filter((one) => !one.signedOff).length,
      runningAt: [],
    };
  });
  // Of a group some courses are chosen: what is left of it is left of the group, not of each of its courses.
  const courses = record.courses
    .filter((course) => course.electiveGroup === null)
    .map(
      (course): LeftItem => ({
        code: course.code,
        title: course.title,
        kind: 'course',
        leftMinutes: course.leftMinutes,
        pendingMinutes: 0,
        signOffsLeft: 0,
        runningAt: course.running.map((section) => section.college),
      }),
    );
  const electives = record.electives.map(
    (group): LeftItem => ({
      code: group.code,
      title: group.title,
      kind: 'electives',
      leftMinutes: group.leftMinutes,
      pendingMinutes: 0,
      signOffsLeft: 0,
      runningAt: record.courses
        .filter((course) => course.electiveGroup === group.code)
        .flatMap((course) => course.running.map((section) => section.college)),
    }),
  );
  return [...processes, ...courses, ...electives]
    .filter((item) => item.leftMinutes > 0 || item.signOffsLeft > 0)
    .sort((a, b) => b.leftMinutes - a.leftMinutes || b.signOffsLeft - a.signOffsLeft);
}
