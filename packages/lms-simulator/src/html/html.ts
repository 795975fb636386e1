/** Markup that is safe to send; only `html` and `raw` make it. */
export interface Html {
  readonly markup: string;
}

type Part = Html | string | number | null | undefined | false | readonly Html[];

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Takes back what `escapeHtml` did, for reading a form out of a page. */
export function unescapeHtml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39|#x27);/g, (entity) => {
    if (entity === '&#x27;') return "'";
    return Object.keys(entities).find((character) => entities[character] === entity) ?? entity;
  });
}

/** Marks our own markup as safe. Never give it anything that came from outside. */
export const raw = (markup: string): Html => ({ markup });

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  if ('markup' in part) return part.markup;
  return part.map((piece) => piece.markup).join('');
}

/** A template whose values are escaped, except other templates. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return raw(strings.reduce((text, piece, index) => text + render(parts[index - 1]) + piece));
}
