/** Reads an amount of dollars: `24.50`, `$24.5`, `1,240`, `24,50`. Answers whole cents, or null when it is none. */
export function readDollars(typed: string): number | null {
  const text = typed.trim().replace(/^\$\s*/, '');
  const plain = /^\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?$/.test(text) ? text.replaceAll(',', '') : text.replace(',', '.');
  return /^\d{1,7}(?:\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null;
}
