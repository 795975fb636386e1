/**
 * Text as a platform sent it, or null when it said nothing: empty, not text, or a substitution variable that it left as
 * written, such as `$Person.sourcedId` (lti.md 4.2). Cut to the length we keep.
 */
export function knownText(value: unknown, longest: number): string | null {
  if (typeof value !== 'string') return null;
  // PostgreSQL keeps neither of the two kinds of broken character, and one odd title must not stop a launch.
  const text = value.replaceAll('\0', '').toWellFormed().trim();
  if (text === '' || /^\$[A-Za-z][\w.]*$/.test(text)) return null;
  return text.slice(0, longest);
}

/** Whether a platform's id can be used as one: some text of bounded length without control characters. */
export const isIdentifier = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= 255 && !/\p{Cc}|\p{Cs}/u.test(value);

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#039;': "'",
};

/** Undoes the escaping that Moodle's `format_string` puts into names (lti.md 4.2). */
export const unescapeHtml = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#0?39);/g, (entity) => entities[entity] ?? entity);

/** An absolute http or https address, or null. */
export function knownUrl(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 2_000 || !URL.canParse(value)) return null;
  return /^https?:$/.test(new URL(value).protocol) ? value : null;
}
