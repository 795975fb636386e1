import type { CoursePick, PickerView } from '@journeybook/contracts';
import type { LaunchSessionRow } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { CourseCode, CourseKey } from '@journeybook/domain';
import { pickCourses } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { found, Refused } from '../http/refused.js';

export interface ChosenCourses {
  readonly courses: readonly CourseKey[];
  readonly passMarkPercent: number;
}

@Injectable()
export class PickCourses {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What an instructor may choose from, and what the platform's course counts as already. */
  async read(picker: LaunchSessionRow): Promise<PickerView> {
    const { sections, standards } = this.database.read;
    const { title, label, college, platformName, mapping } = await sections.get(picker.section);
    const choices = [...(await standards.listCoursesForCollege(picker.college))] as PickerView['choices'];
    const mapped = mapping && { rapidsCode: mapping.rapidsCode, course: mapping.course };
    return { title, label, college, platformName: platformName ?? '', choices, mapped };
  }

  /** Keeps the instructor's choice and answers the ids under which the links will be known; `course-not-offered` keeps nothing. */
  async pick(picker: LaunchSessionRow, { courses, passMarkPercent }: ChosenCourses): Promise<string[]> {
    return this.database.transaction(async ({ sections, standards, people, picks }) => {
      await picks.lockSection(picker.section);
      const { mapping } = await sections.get(picker.section);
      const choices = await standards.listCoursesForCollege(picker.college);
      const decision = pickCourses(courses, {
        offered: choices.map(keyOf),
        sectionCourse: mapping ?? (await picks.firstOfSection(picker.section)),
      });
      if (!decision.ok) throw new Refused(decision.refusal);
      const at = this.clock.now();
      const by = await people.behind(picker.identity, at);
      const rows = decision.value.map(({ rapidsCode, course, ownPart }) => {
        const { title, minutes } = found(choices.find((one) => one.rapidsCode === rapidsCode && one.code === course));
        return { id: newId(), rapidsCode, course, title, minutes, passMarkPercent, ownPart };
      });
      return picks.save({ session: picker.id, college: picker.college, section: picker.section, by, at }, rows);
    });
  }

  /** What was picked in a picker, for the tool to hand to the platform. */
  async list(picker: string): Promise<CoursePick[]> {
    return this.database.read.picks.listOfPicker(picker);
  }
}

export const keyOf = ({ rapidsCode, code }: { rapidsCode: string; code: CourseCode }): CourseKey => ({
  rapidsCode,
  course: code,
});
