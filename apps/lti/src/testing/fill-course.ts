import { randomUUID } from 'node:crypto';
import type { World } from './start-world.js';

/** Somebody the test put into a course. */
export interface AddedLearner {
  readonly id: string;
  readonly subject: string;
}

/** Puts so many more learners into a course of the platform, which has so many of these already. */
export function fillCourse({ simulator }: World, courseId: string, count: number, already = 0): AddedLearner[] {
  return Array.from({ length: count }, (_, place) => {
    const index = already + place;
    const number = String(index + 1).padStart(4, '0');
    const id = `learner-${number}`;
    const subject = simulator.profile === 'moodle' ? String(10_000 + index) : randomUUID();
    simulator.control.addPerson({
      id,
      sub: subject,
      givenName: 'Learner',
      familyName: number,
      username: id,
      email: `${id}@northfield.example`,
      sisId: `S${number}`,
      canvasId: String(50_000 + index),
    });
    simulator.control.enrol(courseId, id, 'learner');
    return { id, subject };
  });
}
