import { removeGradesOf } from '../gradebook/gradebook.js';
import type { Platform } from '../platform/platform.js';
import { enrol, getCourse, getPerson, removeEnrolment, setEnrolmentState } from '../world/live-world.js';
import type { LmsRole } from '../world/world.js';

export type EnrolmentChange =
  | { readonly kind: 'enrol'; readonly role: LmsRole }
  | { readonly kind: 'suspend' }
  | { readonly kind: 'reactivate' }
  /** In Moodle the person's grades in the course go with them. */
  | { readonly kind: 'remove' };

/** Changes who is in a course; throws for an unknown course or person. */
export function changeEnrolment(
  platform: Platform,
  { courseId, personId }: { courseId: string; personId: string },
  change: EnrolmentChange,
): void {
  const course = getCourse(platform.world, courseId);
  const { id } = getPerson(platform.world, personId);
  switch (change.kind) {
    case 'enrol':
      enrol(course, id, change.role);
      break;
    case 'suspend':
      setEnrolmentState(course, id, 'suspended');
      break;
    case 'reactivate':
      setEnrolmentState(course, id, 'active');
      break;
    case 'remove':
      removeEnrolment(course, id);
      if (platform.profile === 'moodle') removeGradesOf(platform.gradebook, course.id, id);
  }
  platform.changed();
}
