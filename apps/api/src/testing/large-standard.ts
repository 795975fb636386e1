import type { Standard } from '@journeybook/domain';
import { hours } from '@journeybook/domain';
import {
  competency,
  competencyCode,
  course,
  courseCode,
  processCode,
  standard,
  standardId,
  workProcess,
} from '@journeybook/domain/testing';

const processHours = [1_000, 500, 200, 200, 150, 136, 150, 100, 100, 100, 100];
const courseHours = [24, 24, 24, 10, 10, 30, 24, 24, 20, 10, 24, 10, 10, 20];
const total = (parts: readonly number[]) => hours(parts.reduce((sum, part) => sum + part, 0));
const two = (index: number) => String(index + 1).padStart(2, '0');

/** A standard of the size of the IMT's: 11 work processes and 2,736 hours, 14 courses and 264 hours, 44 competencies. */
export const largeStandard = (): Standard =>
  standard({
    id: standardId(3),
    version: '2026.2',
    occupation: { title: 'Large Program', rapidsCode: '2031HY', onetSoc: '51-9199' },
    ojtMinutes: total(processHours),
    rtiMinutes: total(courseHours),
    workProcesses: processHours.map((required, index) =>
      workProcess({
        code: processCode(`WP${two(index)}`),
        title: `Process ${index + 1}`,
        requiredMinutes: hours(required),
      }),
    ),
    courses: courseHours.map((required, index) =>
      course({ code: courseCode(`RTI${two(index)}`), title: `Course ${index + 1}`, requiredMinutes: hours(required) }),
    ),
    competencies: processHours.flatMap((_, index) =>
      [1, 2, 3, 4].map((task) =>
        competency({
          code: competencyCode(`WP${two(index)}.0${task}`),
          workProcess: processCode(`WP${two(index)}`),
          title: `Task ${task} of process ${index + 1}`,
        }),
      ),
    ),
  });
