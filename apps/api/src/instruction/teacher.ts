import type { LaunchSessionRow, Tables } from '@journeybook/database';
import type { Instant, PersonId, SectionId } from '@journeybook/domain';

/** Who acts on a section, by whichever door they came: a learning platform's frame, or the portal. */
export interface Teacher {
  readonly section: SectionId;
  /** The person who answers for what is done. */
  person(tables: Tables, at: Instant): Promise<PersonId>;
}

/** Who came by a launch; acting for the first time, they become a person. */
export const launchedTeacher = ({ section, identity }: LaunchSessionRow): Teacher => ({
  section,
  person: ({ people }, at) => people.behind(identity, at),
});

/** Who signed in, and may work on the section. */
export const signedInTeacher = (section: SectionId, person: PersonId): Teacher => ({
  section,
  person: () => Promise.resolve(person),
});
