import type { EntityManager } from 'typeorm';

/** An RTI course that an instructor picked for a link, as it goes back to the platform. */
export interface AnsweredPick {
  readonly id: string;
  /** Empty for the platform's course as a whole, else which of its RTI courses. */
  readonly part: string;
}

export class CoursePickRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Remembers what is handed to a platform, so that a link's first launch is known again; the same pick again changes nothing. */
  async add(
    place: { deployment: string; lmsContextId: string; at: Date },
    picks: readonly AnsweredPick[],
  ): Promise<void> {
    await this.manager.query(
      `insert into lti.course_picks (id, deployment_id, lms_context_id, part, answered_at)
       select id, $1, $2, part, $3 from unnest($4::uuid[], $5::text[]) as p (id, part)
       on conflict (id) do nothing`,
      [place.deployment, place.lmsContextId, place.at, picks.map(({ id }) => id), picks.map(({ part }) => part)],
    );
  }
}
