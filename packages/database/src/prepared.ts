import pg from 'pg';

const names = new Map<string, string>();

/**
 * Marks a statement that is asked all the time and always alike: each connection has it read and planned once. Answers its text as it
 * is. Not for one whose best plan depends on what is asked, or of which there are as many texts as requests.
 */
export function prepared(text: string): string {
  if (!names.has(text)) names.set(text, `journeybook_${names.size + 1}`);
  return text;
}

type Query = (this: pg.Client, ...given: unknown[]) => unknown;

/** A connection that sends what is marked by its name. It holds a statement as long as it lives: a pooler has to know of them. */
export class PreparingClient extends pg.Client {}

// By assignment: the declared overloads of `query` are all one function.
Reflect.set(PreparingClient.prototype, 'query', function (this: pg.Client, ...given: unknown[]) {
  const [text, values, ...rest] = given;
  const name = typeof text === 'string' && Array.isArray(values) ? names.get(text) : undefined;
  const query = Reflect.get(pg.Client.prototype, 'query') as Query;
  return Reflect.apply(query, this, name === undefined ? given : [{ name, text, values }, ...rest]);
});
