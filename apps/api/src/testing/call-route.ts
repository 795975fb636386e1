import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { z } from 'zod';
import type { Credentials } from './every-caller.js';
import type { Given } from './sample-body.js';
import { sampleBody } from './sample-body.js';

/** What the contract says of a route, if it is one of its operations. */
const contract = new Map(
  Object.entries(endpoints).map(([name, one]) => [`${one.method} ${one.path}`, { name, ...one }]),
);

export const operationOf = (line: string) => contract.get(line);

/** The parts of a route's path that name a row, each with the word before it: `hours/:entry`. */
export const rowsIn = (line: string): readonly string[] =>
  [...line.matchAll(/([\w-]+)\/:(\w+)/g)].map(([, before = '', name = '']) => `${before}/:${name}`);

/** The names that a body of the route asks for. */
export function namesIn(line: string): readonly string[] {
  const body = contract.get(line)?.body as z.ZodType | null | undefined;
  return body ? [...JSON.stringify(sampleBody(body)).matchAll(/"(\w+)":/g)].map(([, name = '']) => name) : [];
}

export interface AskedRows {
  /** Ids by the parts of a path as `rowsIn` names them; a part without one gets an id of nothing. */
  readonly path?: Readonly<Record<string, string>>;
  readonly body?: Given;
}

/** What the route would be called with for these rows, to tell whether two are the same. */
export const askedOf = (line: string, rows: AskedRows | undefined): string =>
  JSON.stringify([rowsIn(line).map((row) => rows?.path?.[row]), namesIn(line).map((name) => rows?.body?.[name])]);

/** Of nothing: who may not edit is told so before anything is compared, and who may is told that it is another by now. */
export const sampleTag = '"of-nothing"';

/** Calls a route with a body that its contract takes; answers `200`, or the status and the kind of the problem. */
export async function callRoute(
  url: string,
  line: string,
  headers: Credentials,
  rows: AskedRows = {},
): Promise<string> {
  const [method = '', path = ''] = line.split(' ');
  const address = path.replace(
    /([\w-]+)\/:(\w+)/g,
    (_, before: string, name: string) => `${before}/${rows.path?.[`${before}/:${name}`] ?? newId()}`,
  );
  const operation = contract.get(line);
  const body = operation?.body ? JSON.stringify(sampleBody(operation.body, rows.body)) : undefined;
  const response = await fetch(`${url}${address}${queryOf(operation?.query ?? null, rows.body)}`, {
    method,
    headers: {
      ...headers,
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(operation?.edits ? { 'if-match': sampleTag } : {}),
    },
    ...(body ? { body } : {}),
  });
  const text = await response.text();
  if (response.ok) return String(response.status);
  return `${response.status} ${(JSON.parse(text || '{}') as { kind?: string }).kind ?? ''}`.trim();
}

function queryOf(query: z.ZodType | null, given: Given | undefined): string {
  const asked = query ? (sampleBody(query, given) as Record<string, string>) : {};
  return Object.keys(asked).length > 0 ? `?${new URLSearchParams(asked).toString()}` : '';
}
