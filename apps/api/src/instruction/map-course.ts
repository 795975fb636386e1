import type { LaunchSessionRow } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { CourseCode, MappingPolicy } from '@journeybook/domain';
import { checkMappingPolicy } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asShown } from '../http/if-match.js';
import { orRefuse, Refused } from '../http/refused.js';
import { editionOfMapping } from './present-section.js';

/** What an instructor says about a section. */
export interface ChosenMapping extends MappingPolicy {
  readonly rapidsCode: string;
  readonly course: CourseCode;
  readonly passMarkPercent: number;
}

@Injectable()
export class MapCourse {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Says which RTI course the section is and how it credits; whoever says so answers for what the policy credits by itself. Links that
   * were picked for another course and not opened yet are parted from it.
   * `course-not-offered` when no program of the college's sponsors has the course, `changed-since-shown` when a colleague chose meanwhile.
   */
  async map(launch: LaunchSessionRow, mapping: ChosenMapping, shown: string): Promise<void> {
    orRefuse(checkMappingPolicy(mapping));
    await this.database.transaction(async ({ sections, standards, people, picks }) => {
      const choices = await standards.listCoursesForCollege(launch.college);
      if (!choices.some((one) => one.rapidsCode === mapping.rapidsCode && one.code === mapping.course))
        throw new Refused({ kind: 'course-not-offered' });
      asShown(shown, editionOfMapping((await sections.lock(launch.section)).mapping));
      const at = this.clock.now();
      const by = await people.behind(launch.identity, at);
      await sections.map(launch.section, { ...mapping, by, at });
      const { rapidsCode, course } = mapping;
      await picks.partOthers({ id: launch.section, college: launch.college, rapidsCode, course });
    });
  }
}
