import type { LaunchSessionRow, Tables } from '@journeybook/database';
import { cautiousPolicy, mapsSection } from '@journeybook/domain';
import { keyOf } from './pick-courses.js';

/** A launch of a link that an instructor picked a course for. */
export interface PickedLaunch {
  readonly section: LaunchSessionRow['section'];
  readonly college: LaunchSessionRow['college'];
  readonly pick: { readonly id: string; readonly copied: boolean };
}

/**
 * Says which RTI course a section is when the link that opens it was picked for one: in the name of the instructor who picked it and
 * as of then, whoever launches first. The section's row is locked by the caller, who has just written it.
 */
export async function mapByPick(
  { sections, standards, picks }: Pick<Tables, 'sections' | 'standards' | 'picks'>,
  { section, college, pick }: PickedLaunch,
): Promise<void> {
  const { mapping } = await sections.get(section);
  if (mapping) return;
  const picked = await picks.find(pick.id, college);
  if (!picked) return;
  const offered = (await standards.listCoursesForCollege(college)).map(keyOf);
  if (!mapsSection({ course: picked, copied: pick.copied }, { mapped: false, offered })) return;
  const { rapidsCode, course, passMarkPercent, by, at } = picked;
  await sections.map(section, { ...cautiousPolicy, rapidsCode, course, passMarkPercent, by, at });
}
