import { unescapeHtml } from '../html/html.js';

export interface ReadForm {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Reads the first form of a page, or the first that has a certain field; null when there is none. */
export function readForm(page: string, withField?: string): ReadForm | null {
  const forms = [...page.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/gi)].map(([form]) => read(form));
  return forms.find((form) => withField === undefined || withField in form.fields) ?? null;
}

function read(form: string): ReadForm {
  const fields: Record<string, string> = {};
  for (const [input] of form.matchAll(/<input\b[^>]*>/gi)) {
    const name = attribute(input, 'name');
    if (name !== undefined) fields[name] = attribute(input, 'value') ?? '';
  }
  return { action: attribute(form, 'action') ?? '', fields };
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1];
  return value === undefined ? undefined : unescapeHtml(value);
}
