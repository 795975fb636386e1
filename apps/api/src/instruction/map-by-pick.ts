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
 * as of then, whoever launches first. The caller holds the section and knows that nobody has said it yet.
 */
export async function mapByPick(
  { sections, standards, picks }: Pick<Tables, 'sections' | 'standards' | 'picks'>,
  { section, college, pick }: PickedLaunch,
): Promise<void> {
  const picked = await picks.find(pick.id, college);
  if (!picked) return;
  const offered = (await standards.listCoursesForCollege(college)).map(keyOf);
  if (!mapsSection({ course: picked, copied: pick.copied }, { mapped: false, offered })) return;
  const { rapidsCode, course, passMarkPercent, by, at } = picked;
  await sections.map(section, { ...cautiousPolicy, rapidsCode, course, passMarkPercent, by, at });
}
