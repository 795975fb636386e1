import type { Approach, Minutes, WorkProcess } from '@journeybook/domain';
import { minutesPerHour, sumMinutes } from '@journeybook/domain';

/** A number of hours that a file gives as a minimum and a maximum; a part that is not given is null. */
export interface HoursRange {
  readonly lower: Minutes | null;
  readonly upper: Minutes | null;
}

export type RequiredMinutes = Pick<WorkProcess, 'requiredMinutes' | 'minimumMinutes' | 'maximumMinutes'>;

/** The hours of one half of a program, on the job or in instruction, as a standard keeps them. */
export interface RequiredHours<Item> {
  readonly totalMinutes: Minutes;
  readonly items: readonly (Item & { readonly minutes: RequiredMinutes })[];
  readonly notes: readonly string[];
}

/** Which half it is, in the words of the file. */
export interface ProgramHalf {
  readonly approach: Approach;
  readonly name: 'OJT' | 'RSI';
  readonly plural: 'work processes' | 'courses';
  readonly total: HoursRange;
}

type Side = 'lower' | 'upper';

const none = 0 as Minutes;
const pick = (side: Side, { lower, upper }: HoursRange): Minutes | null =>
  side === 'lower' ? (lower ?? upper) : (upper ?? lower);

/**
 * What is required where a file gives a minimum and a maximum: of both, for the whole program, the side whose parts add up to its total;
 * the minimum when neither or both do, the only one where there is one. The maximum stays as what may count, and in a hybrid program the
 * minimum as what must be worked (29 CFR 29.5(b)(2)(iii)). Without a total it is the sum of the parts.
 */
export function readRequiredHours<Item extends { readonly hours: HoursRange }>(
  half: ProgramHalf,
  items: readonly Item[],
): RequiredHours<Item> {
  const { approach, plural, total } = half;
  const sum = (side: Side) => sumMinutes(items.map(({ hours }) => pick(side, hours) ?? none));
  const addsUp = (side: Side) => sum(side) === pick(side, total);
  const side: Side = !addsUp('lower') && addsUp('upper') ? 'upper' : 'lower';
  const totalMinutes = pick(side, total) ?? sum(side);
  const dropsMinimum = side === 'upper' && items.some(({ hours }) => pick('lower', hours) !== pick(side, hours));
  return {
    totalMinutes,
    items: items.map((one) => ({ ...one, minutes: toMinutes(approach, one.hours, pick(side, one.hours) ?? none) })),
    notes: [
      ...noteTotal(half, totalMinutes),
      ...(approach !== 'hybrid' && dropsMinimum
        ? [`Minimum hours of ${plural} were not carried over; only a hybrid program has them.`]
        : []),
      ...(items.some(({ hours }) => pick(side, hours) === null)
        ? [`Some ${plural} have no hours; give each its hours before publishing.`]
        : []),
    ],
  };
}

function toMinutes(approach: Approach, { lower, upper }: HoursRange, requiredMinutes: Minutes): RequiredMinutes {
  const hasBoth = lower !== null && upper !== null;
  return {
    requiredMinutes,
    minimumMinutes: approach === 'hybrid' && hasBoth ? lower : null,
    maximumMinutes: hasBoth && (approach === 'hybrid' || upper > requiredMinutes) ? upper : null,
  };
}

function noteTotal({ name, plural, total: { lower, upper } }: ProgramHalf, total: Minutes): readonly string[] {
  if (lower === null && upper === null)
    return [`Details gives no ${name} hours, so the total is the sum of the ${plural}.`];
  const other = [lower, upper].find((one) => one !== null && one !== total) ?? null;
  return other === null
    ? []
    : [`A program has one total of ${name} hours, so ${asHours(other)} was not carried over beside ${asHours(total)}.`];
}

const asHours = (minutes: number): string => `${(minutes / minutesPerHour).toLocaleString('en')} h`;
