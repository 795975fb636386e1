/** By the numbers given, where each item has one; otherwise as the rows stand. */
export const inOrder = <Item extends { readonly order: number | null }>(items: readonly Item[]): readonly Item[] =>
  items.every((one) => one.order !== null) ? items.toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0)) : items;

/** The titles of the first three, and how many more there are. */
export function nameSome(items: readonly { readonly title: string }[]): string {
  const named = items.slice(0, 3).map((one) => one.title);
  const more = items.length - named.length;
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
}
