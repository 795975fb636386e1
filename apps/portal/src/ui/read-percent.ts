/** A percentage as it is typed: `88`, `88.5`, `88,5 %`. Null when it is none from 0 to 100, or nothing was typed. */
export function readPercent(typed: string): number | null {
  const found = /^(\d{1,3}(?:[.,]\d{1,2})?)\s*%?$/.exec(typed.trim());
  if (!found?.[1]) return null;
  const percent = Number(found[1].replace(',', '.'));
  return percent <= 100 ? percent : null;
}

/** A percentage as it stands in a field and in a sentence, the same in both: two decimals at most, as grades are read and typed. */
export const percentText = (percent: number): string => String(Math.round(percent * 100) / 100);
