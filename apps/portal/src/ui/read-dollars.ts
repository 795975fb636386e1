/** Reads an amount as somebody types it: `21`, `21.5`, `$21.50`, `1,021.50`. Answers whole cents, or null when it is none. */
export function readDollars(typed: string): number | null {
  const found = /^\$?\s*(\d{1,3}(?:,\d{3})+|\d{1,6})(?:\.(\d{1,2}))?$/.exec(typed.trim());
  if (!found?.[1]) return null;
  return Number(found[1].replaceAll(',', '')) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
}
