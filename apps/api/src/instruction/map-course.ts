import type { LaunchSessionRow } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { CourseCode } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Refused } from '../http/refused.js';

@Injectable()
export class MapCourse {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Says which RTI course the section is; `course-not-offered` when no program of the college's sponsors has it. */
  async map(
    launch: LaunchSessionRow,
    { rapidsCode, course, passMarkPercent }: { rapidsCode: string; course: CourseCode; passMarkPercent: number },
  ): Promise<void> {
    await this.database.transaction(async ({ sections, standards, people }) => {
      const choices = await standards.listCoursesForCollege(launch.college);
      if (!choices.some((one) => one.rapidsCode === rapidsCode && one.code === course))
        throw new Refused({ kind: 'course-not-offered' });
      const at = this.clock.now();
      const by = await people.behind(launch.identity, at);
      await sections.map(launch.section, { rapidsCode, course, passMarkPercent, by, at });
    });
  }
}
