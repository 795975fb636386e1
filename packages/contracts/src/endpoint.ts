import type { z } from 'zod';

/** The `:name` parts of a path, as the keys that a call must give. */
export type PathParameters<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Record<Name, string> & PathParameters<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Record<Name, string>
    : unknown;

/** One operation of the API: how it is called, what is sent and what comes back. Server and client share it. */
export interface Endpoint<Path extends string, Query, Body, Reply> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: Path;
  readonly query: Query;
  readonly body: Body;
  readonly reply: Reply;
}

type Schema = z.ZodType | null;
interface Parts<Query extends Schema, Body extends Schema, Reply extends Schema> {
  readonly query?: Query;
  readonly body?: Body;
  readonly reply?: Reply;
}

/** Declares an operation, e.g. `endpoint('POST /api/session', { body, reply })`. */
export function endpoint<
  const Path extends string,
  Query extends Schema = null,
  Body extends Schema = null,
  Reply extends Schema = null,
>(line: `${Endpoint<string, null, null, null>['method']} ${Path}`, parts: Parts<Query, Body, Reply>) {
  const [method, path] = line.split(' ') as [Endpoint<Path, Query, Body, Reply>['method'], Path];
  return {
    method,
    path,
    query: parts.query ?? null,
    body: parts.body ?? null,
    reply: parts.reply ?? null,
  } as Endpoint<Path, Query, Body, Reply>;
}
