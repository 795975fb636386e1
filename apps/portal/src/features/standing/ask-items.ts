import type { StandingItemView } from '@journeybook/contracts';
import { itemKey } from '@journeybook/domain';
import { showHours } from '../../ui/show-hours.js';
import type { Choice } from './item-words.js';
import { readAmount, showAmount } from './read-amount.js';

/** What is typed for the items that were chosen, by their key: hours, or a level. */
export type Picked = Readonly<Record<string, string>>;

/** What an earlier record shows, chosen already, with no more than is left. */
export function pickProposed(choices: readonly Choice[], proposed: readonly StandingItemView[]): Picked {
  const shown = new Map(proposed.map((item) => [itemKey(item), item]));
  return Object.fromEntries(
    choices.flatMap((choice): [string, string][] => {
      const item = shown.get(choice.key);
      if (!item) return [];
      return [[choice.key, item.kind === 'competency' ? String(item.level) : showAmount(atMost(item.minutes, choice))]];
    }),
  );
}

const atMost = (minutes: number, { leftMinutes }: Choice) => Math.min(minutes, leftMinutes ?? minutes);

/** What is wrong with what was typed for an item; undefined when nothing is. */
export function amountFault({ leftMinutes }: Choice, typed: string): string | undefined {
  if (leftMinutes === null) return undefined;
  const minutes = readAmount(typed);
  if (minutes === null || minutes === 0) return 'Type hours such as 120 or 7:30';
  return minutes > leftMinutes ? `Only ${showHours(leftMinutes)} are left` : undefined;
}

/** The items chosen, as the contract has them; only for amounts without fault. */
export const itemsOf = (choices: readonly Choice[], picked: Picked): readonly StandingItemView[] =>
  choices.flatMap((choice) => {
    const typed = picked[choice.key];
    if (typed === undefined) return [];
    return [choice.item(choice.leftMinutes === null ? Number(typed) : (readAmount(typed) ?? 0))];
  });
