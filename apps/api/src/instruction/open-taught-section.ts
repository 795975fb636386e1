import type { KnownPerson, Tables, TaughtSectionRow } from '@journeybook/database';
import type { SectionId } from '@journeybook/domain';
import { teachSection } from '@journeybook/domain';
import { asActor } from '../http/actor.js';
import { found, orRefuse } from '../http/refused.js';

/** The section without a learning platform that this person works on; `not-found` for everybody else, whether or not it exists. */
export async function openTaughtSection(
  { taughtSections }: Tables,
  by: KnownPerson,
  id: SectionId,
): Promise<TaughtSectionRow> {
  const section = found(await taughtSections.find(id));
  orRefuse(teachSection(asActor(by), { college: section.college.id, teacher: section.teacher.id }));
  return section;
}
