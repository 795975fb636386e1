import { declined, type Question } from '@journeybook/domain';

/** What is chosen after one answer of several was ticked or not: whoever does not wish to answer says nothing beside it. */
export function chooseAmong({ multiple }: Question, before: readonly string[], after: readonly string[]): string[] {
  if (!multiple) return after.slice(-1);
  const added = after.find((value) => !before.includes(value));
  return added === declined ? [declined] : after.filter((value) => value !== declined);
}

/** Whether two choices are the same, in whatever order they were made. */
export const isSameChoice = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((value) => other.includes(value));
