import { unescapeHtml } from '../html/html.js';

export interface ReadForm {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Reads the first form of a page and its hidden fields; null when the page has none. */
export function readForm(page: string): ReadForm | null {
  const form = /<form\b[^>]*>[\s\S]*?<\/form>/i.exec(page)?.[0];
  const action = form ? attribute(form, 'action') : undefined;
  if (!form || action === undefined) return null;
  const fields: Record<string, string> = {};
  for (const [input] of form.matchAll(/<input\b[^>]*>/gi)) {
    const name = attribute(input, 'name');
    if (name !== undefined) fields[name] = attribute(input, 'value') ?? '';
  }
  return { action, fields };
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1];
  return value === undefined ? undefined : unescapeHtml(value);
}
