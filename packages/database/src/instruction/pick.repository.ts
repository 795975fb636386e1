import type { CourseCode, Instant, Minutes, OrganizationId, PersonId, SectionId } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { instantText } from '../instant-text.js';

/** An RTI course that an instructor picked for a link, with what the link says of it. */
export interface PickRow {
  readonly id: string;
  readonly rapidsCode: string;
  readonly course: CourseCode;
  readonly title: string;
  readonly minutes: Minutes;
  readonly passMarkPercent: number;
  readonly ownPart: boolean;
}

export interface Picker {
  /** The session of the page it was picked on. */
  readonly session: string;
  readonly college: OrganizationId;
  readonly section: SectionId;
  readonly by: PersonId;
  readonly at: Instant;
}

const columns = `
  id, rapids_code as "rapidsCode", course_code as course, title, minutes, pass_mark_percent as "passMarkPercent",
  own_part as "ownPart"`;

/** What instructors picked for links, in a picker that a learning platform opened. */
export class PickRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Keeps two pickers of one section from taking it for two courses at once. */
  async lockSection(section: SectionId): Promise<void> {
    await this.manager.query('select from sections where id = $1 for update', [section]);
  }

  /** Keeps the picks of a picker and answers their ids, in order; a course that is picked again there keeps its id. */
  async save({ session, college, section, by, at }: Picker, picks: readonly PickRow[]): Promise<string[]> {
    const ids: string[] = [];
    for (const pick of picks) {
      const [row] = await this.manager.query<{ id: string }[]>(
        `insert into course_picks as p (id, launch_session_id, college_id, section_id, rapids_code, course_code, title, minutes,
           pass_mark_percent, own_part, picked_by, picked_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         on conflict (launch_session_id, rapids_code, course_code) do update set
           pass_mark_percent = excluded.pass_mark_percent, picked_at = excluded.picked_at
         returning p.id`,
        [
          pick.id,
          session,
          college,
          section,
          pick.rapidsCode,
          pick.course,
          pick.title,
          pick.minutes,
          pick.passMarkPercent,
          pick.ownPart,
          by,
          at,
        ],
      );
      if (row) ids.push(row.id);
    }
    return ids;
  }

  async listOfPicker(session: string): Promise<PickRow[]> {
    return this.manager.query(`select ${columns} from course_picks where launch_session_id = $1 order by id`, [
      session,
    ]);
  }

  /** The course for which a link was picked first in the section as a whole; null when none was. */
  async firstOfSection(section: SectionId): Promise<{ rapidsCode: string; course: CourseCode } | null> {
    const [row] = await this.manager.query<{ rapidsCode: string; course: CourseCode }[]>(
      `select rapids_code as "rapidsCode", course_code as course from course_picks
       where section_id = $1 and not own_part order by picked_at, id limit 1`,
      [section],
    );
    return row ?? null;
  }

  /**
   * Gives the picks of a section for other courses than this, whose links nobody opened yet, a part of their own: each opens as what it
   * was picked for.
   */
  async partOthers(section: {
    id: SectionId;
    college: OrganizationId;
    rapidsCode: string;
    course: CourseCode;
  }): Promise<void> {
    await this.manager.query(
      `update course_picks set own_part = true where id in (
         select lti.part_picks(array_agg(p.id), array_agg(p.rapids_code || '/' || p.course_code), $2) from course_picks p
         where p.section_id = $1 and not p.own_part and (p.rapids_code, p.course_code) <> ($3, $4))`,
      [section.id, section.college, section.rapidsCode, section.course],
    );
  }

  /** A pick at this college; null for one of another. */
  async find(id: string, college: OrganizationId): Promise<(PickRow & Pick<Picker, 'by' | 'at'>) | null> {
    const [row] = await this.manager.query<(PickRow & Pick<Picker, 'by' | 'at'>)[]>(
      `select ${columns}, picked_by as by, ${instantText('picked_at')} as at from course_picks where id = $1 and college_id = $2`,
      [id, college],
    );
    return row ?? null;
  }
}
