import { columnsOf } from '../gradebook/gradebook.js';
import type { Platform } from '../platform/platform.js';
import { fullName, getCourse, getPerson, subIn } from '../world/live-world.js';

export interface GradebookCell {
  readonly personId: string;
  readonly sub: string;
  readonly name: string;
  readonly score: number | null;
  readonly comment: string | null;
  readonly setBy: 'tool' | 'instructor';
  readonly updatedAt: Date;
  /** Canvas: how many submissions the tool's scores have made. */
  readonly submissions: number;
}

export interface GradebookColumn {
  readonly id: string;
  readonly url: string;
  readonly label: string;
  readonly scoreMaximum: number;
  readonly resourceId: string;
  readonly tag: string;
  readonly resourceLinkId: string | null;
  /** Only cells that somebody has touched. */
  readonly cells: readonly GradebookCell[];
}

/** The tool's columns of a course as an instructor sees them. */
export function snapshotGradebook(platform: Platform, courseId: string): readonly GradebookColumn[] {
  const course = getCourse(platform.world, courseId);
  return columnsOf(platform.gradebook, courseId).map((column) => ({
    id: column.id,
    url: platform.urls.lineItem(courseId, column.id),
    label: column.label,
    scoreMaximum: column.scoreMaximum,
    resourceId: column.resourceId,
    tag: column.tag,
    resourceLinkId: column.resourceLinkId ?? null,
    cells: platform.gradebook.grades
      .filter((grade) => grade.columnId === column.id)
      .map(({ personId, score, comment, setBy, updatedAt, attempts }) => {
        const person = getPerson(platform.world, personId);
        return {
          personId,
          sub: subIn(course, person),
          name: fullName(person),
          score,
          comment,
          setBy,
          updatedAt,
          submissions: attempts,
        };
      }),
  }));
}
