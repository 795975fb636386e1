const written = /(?<sign>[−-])?(?:(?<hours>[\d,]+) h(?: (?<rest>\d\d))?|(?<alone>\d+) min)/u;

/** Minutes of the first time in a text as the portal writes it: `1,946 h`, `7 h 30`, `45 min`, `−2 h`. Throws when there is none. */
export function readMinutes(text: string): number {
  const found = written.exec(text)?.groups;
  if (!found) throw new Error(`there is no time in “${text}”`);
  const hours = Number((found['hours'] ?? '0').replaceAll(',', ''));
  const minutes = hours * 60 + Number(found['rest'] ?? found['alone'] ?? 0);
  return found['sign'] ? -minutes : minutes;
}
