import type { z } from 'zod';

/** The `:name` parts of a path, as the keys that a call must give. */
export type PathParameters<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Record<Name, string> & PathParameters<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Record<Name, string>
    : unknown;

/** One operation of the API: how it is called, what is sent and what comes back. Server and client share it. */
export interface Endpoint<Path extends string, Query, Body, Reply, Edits extends boolean = boolean> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: Path;
  readonly query: Query;
  readonly body: Body;
  readonly reply: Reply;
  /** Whether it changes what others may have changed meanwhile: then a call says by `If-Match` what it was shown. */
  readonly edits: Edits;
}

type Schema = z.ZodType | null;
interface Parts<Query extends Schema, Body extends Schema, Reply extends Schema, Edits extends boolean> {
  readonly query?: Query;
  readonly body?: Body;
  readonly reply?: Reply;
  readonly edits?: Edits;
}

/**
 * Declares an operation, e.g. `endpoint('POST /api/session', { body, reply })`. A PUT or DELETE of one thing that somebody else may
 * have changed meanwhile `edits`.
 */
export function endpoint<
  const Path extends string,
  Query extends Schema = null,
  Body extends Schema = null,
  Reply extends Schema = null,
  const Edits extends boolean = false,
>(line: `${Endpoint<string, null, null, null>['method']} ${Path}`, parts: Parts<Query, Body, Reply, Edits>) {
  const [method, path] = line.split(' ') as [Endpoint<Path, Query, Body, Reply>['method'], Path];
  return {
    method,
    path,
    query: parts.query ?? null,
    body: parts.body ?? null,
    reply: parts.reply ?? null,
    edits: parts.edits ?? false,
  } as Endpoint<Path, Query, Body, Reply, Edits>;
}
