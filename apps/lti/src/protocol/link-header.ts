/**
 * The address of the next page, or null on the last one. Understands what Moodle sends as well: curly quotes around the
 * relation and `&amp;` in the address (lti.md 1.7).
 */
export function nextPage(header: string | undefined): string | null {
  if (!header) return null;
  // Node reads headers as Latin-1, Moodle writes its quotes in UTF-8.
  const text = Buffer.from(header, 'latin1').toString('utf8');
  for (const [, address = '', parameters = ''] of text.matchAll(/<([^>]*)>([^<]*)/g)) {
    const relation = /;\s*rel\s*=\s*["'“”]?([^"'“”;,]*)/i.exec(parameters)?.[1] ?? '';
    if (relation.trim().toLowerCase().split(/\s+/).includes('next')) return address.replaceAll('&amp;', '&');
  }
  return null;
}
