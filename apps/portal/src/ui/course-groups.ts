import type { MergedRecord } from '@journeybook/contracts';

type Course = MergedRecord['courses'][number];

export interface ElectiveCourses {
  readonly group: MergedRecord['electives'][number];
  readonly courses: readonly Course[];
}

/** The courses that everybody takes, and beside them those of each group of which some are chosen. */
export function splitElectives(record: Pick<MergedRecord, 'courses' | 'electives'>): {
  readonly required: readonly Course[];
  readonly electives: readonly ElectiveCourses[];
} {
  const groups = new Set(record.electives.map((group) => group.code));
  return {
    // A course of a group that is not there is shown as any other: it must not vanish.
    required: record.courses.filter((course) => course.electiveGroup === null || !groups.has(course.electiveGroup)),
    electives: record.electives.map((group) => ({
      group,
      courses: record.courses.filter((course) => course.electiveGroup === group.code),
    })),
  };
}
