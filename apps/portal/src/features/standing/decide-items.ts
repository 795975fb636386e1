import type { StandingItemView, StandingRequestView } from '@journeybook/contracts';
import { itemKey } from '@journeybook/domain';
import { showHours } from '../../ui/show-hours.js';
import { readAmount, showAmount } from './read-amount.js';

type RequestLine = StandingRequestView['items'][number];

/** What is typed for the items to be granted, by their key; an item without an entry is not granted. */
export type Grants = Readonly<Record<string, string>>;

const most = ({ item, leftMinutes }: RequestLine): number =>
  item.kind === 'competency' ? item.level : Math.min(item.minutes, leftMinutes ?? item.minutes);

/** Everything that was asked for, as far as it is still left; what is not left any more is not granted. */
export const grantAll = (lines: readonly RequestLine[]): Grants =>
  Object.fromEntries(
    lines
      .filter((line) => most(line) > 0)
      .map((line) => [
        itemKey(line.item),
        line.item.kind === 'competency' ? String(most(line)) : showAmount(most(line)),
      ]),
  );

/** What is wrong with what was typed for an item; undefined when nothing is. */
export function grantFault(line: RequestLine, typed: string): string | undefined {
  const { item, leftMinutes } = line;
  if (item.kind === 'competency') return undefined;
  const minutes = readAmount(typed);
  if (minutes === null || minutes === 0) return 'Type hours such as 120 or 7:30';
  if (minutes > item.minutes) return `Only ${showHours(item.minutes)} were asked for`;
  return leftMinutes !== null && minutes > leftMinutes ? `Only ${showHours(leftMinutes)} are left` : undefined;
}

/** The items granted, as the contract has them; only for amounts without fault. */
export const grantedItems = (lines: readonly RequestLine[], grants: Grants): readonly StandingItemView[] =>
  lines.flatMap(({ item }): readonly StandingItemView[] => {
    const typed = grants[itemKey(item)];
    if (typed === undefined) return [];
    if (item.kind === 'competency') return [item];
    return [{ ...item, minutes: (readAmount(typed) ?? 0) as typeof item.minutes }];
  });
