/** What stands before a skill of a list: `a.`, `b)`, `(c)`, `1.`, or the `and` before the last. */
const mark = /^(\(?[a-z\d]{1,2}[.)]\s+|and\s+)/i;

/** The skills of one cell, told apart by semicolons (as RAPIDS joins them), without the letters or numbers they are listed by. */
export function readSkillList(text: string): readonly string[] {
  const parts = text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '' && !/^and$/i.test(part));
  const isList = parts.length > 1;
  return isList ? parts.map((part) => part.replace(mark, '').replace(mark, '')) : parts;
}

/** Each title once, whatever its case; the first spelling stays. */
export function distinctTitles(titles: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return titles.filter((title) => !seen.has(title.toLowerCase()) && seen.add(title.toLowerCase()));
}
