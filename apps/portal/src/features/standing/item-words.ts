import type { MergedRecord, StandingItemView } from '@journeybook/contracts';
import { itemKey } from '@journeybook/domain';
import { countOf } from '../../ui/show-dates.js';
import { showHours } from '../../ui/show-hours.js';

/** How much an item asks for or grants: `120 h`, `level 3`. */
export const itemAmount = (item: StandingItemView): string =>
  item.kind === 'competency' ? `level ${item.level}` : showHours(item.minutes);

/** `120 h on the job, 16 h of instruction and 2 skills`; empty for nothing. */
export function sumOfItems(items: readonly StandingItemView[]): string {
  const minutes = (kind: StandingItemView['kind']) =>
    items.reduce((sum, item) => sum + (item.kind === kind && item.kind !== 'competency' ? item.minutes : 0), 0);
  const skills = items.filter((item) => item.kind === 'competency').length;
  const parts = [
    ...(minutes('work-process') > 0 ? [`${showHours(minutes('work-process'))} on the job`] : []),
    ...(minutes('course') > 0 ? [`${showHours(minutes('course'))} of instruction`] : []),
    ...(skills > 0 ? [countOf(skills, 'skill')] : []),
  ];
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** Something that credit may be asked for: a work process or a course with hours left, or a skill not signed yet. */
export interface Choice {
  readonly key: string;
  readonly kind: StandingItemView['kind'];
  readonly title: string;
  /** The item with a given amount: minutes, or a level. */
  readonly item: (amount: number) => StandingItemView;
  /** Minutes that are left; null for a skill. */
  readonly leftMinutes: number | null;
  /** The level a skill requires; null for hours. */
  readonly requiredLevel: number | null;
}

/** All that the record has not got yet, in the order of the program. */
export function choicesOf({ processes, courses }: Pick<MergedRecord, 'processes' | 'courses'>): readonly Choice[] {
  const choice = (make: Choice['item'], part: Omit<Choice, 'key' | 'kind' | 'item'>): Choice => {
    const item = make(1);
    return { key: itemKey(item), kind: item.kind, item: make, ...part };
  };
  return [
    ...processes
      .filter((one) => one.leftMinutes > 0)
      .map(({ code, title, leftMinutes }) =>
        choice((amount) => ({ kind: 'work-process', workProcess: code, minutes: amount as typeof leftMinutes }), {
          title,
          leftMinutes,
          requiredLevel: null,
        }),
      ),
    ...courses
      .filter((one) => one.leftMinutes > 0)
      .map(({ code, title, leftMinutes }) =>
        choice((amount) => ({ kind: 'course', course: code, minutes: amount as typeof leftMinutes }), {
          title,
          leftMinutes,
          requiredLevel: null,
        }),
      ),
    ...processes
      .flatMap((process) => process.competencies)
      .filter((one) => !one.signedOff)
      .map(({ code, title, requiredLevel }) =>
        choice((level) => ({ kind: 'competency', competency: code, level }), {
          title,
          leftMinutes: null,
          requiredLevel,
        }),
      ),
  ];
}
