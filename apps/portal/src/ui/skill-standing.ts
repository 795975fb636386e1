import type { CompetencyView, MergedRecord } from '@journeybook/contracts';
import { showDate } from './show-dates.js';

/** How far a skill has come: the furthest that stands on the record. */
export type SkillStanding = 'not-started' | 'demonstrated' | 'observed' | 'signed-off';

type Skill = Pick<CompetencyView, 'signedOff' | 'observed' | 'demonstratedOn'>;

/** A sign-off goes before an observation, an observation before a demonstration, whatever came last. */
export function standingOf({ signedOff, observed, demonstratedOn }: Skill): SkillStanding {
  if (signedOff) return 'signed-off';
  if (observed) return 'observed';
  return demonstratedOn ? 'demonstrated' : 'not-started';
}

/** `level 2, Performs with help`. */
export function sayLevel(level: number, levels: MergedRecord['levels']): string {
  const name = levels.find((one) => one.level === level)?.name;
  return name ? `level ${level}, ${name}` : `level ${level}`;
}

/** `level 2 (Performs with help)`, for the middle of a sentence. */
function levelWithin(level: number, levels: MergedRecord['levels']): string {
  const name = levels.find((one) => one.level === level)?.name;
  return name ? `level ${level} (${name})` : `level ${level}`;
}

/** What was done with a skill that is not signed yet, by whom and when: `observed at level 2 (…) by L. Okafor, 3 Mar 2026`. */
export function sayStanding(skill: Skill, levels: MergedRecord['levels']): string {
  const { observed, demonstratedOn } = skill;
  if (observed)
    return `observed at ${levelWithin(observed.level, levels)} by ${observed.by.name}, ${showDate(observed.on)}`;
  return demonstratedOn ? `demonstrated ${showDate(demonstratedOn)}` : 'not started';
}
