import type { ApprenticeshipSummary } from '@journeybook/contracts';
import { byMostBehind, isBehind } from '../../ui/say-pace.js';

export const orders = { name: 'Name', behind: 'Most behind' } as const;
export type Order = keyof typeof orders;

/** Those who are behind: whoever has a pace, and one that is late. */
export const onlyBehind = (people: readonly ApprenticeshipSummary[]): readonly ApprenticeshipSummary[] =>
  people.filter(({ pace }) => pace !== null && isBehind(pace));

/** By name as the API has them, or the most behind first. */
export const orderPeople = (
  people: readonly ApprenticeshipSummary[],
  order: Order,
): readonly ApprenticeshipSummary[] =>
  order === 'name' ? people : people.toSorted((one, other) => byMostBehind(one.pace, other.pace));
