import type { z } from 'zod';
import type { Endpoint, PathParameters } from './endpoint.js';
import { problem, ProblemError } from './problem.js';

type Input<Part> = Part extends z.ZodType ? z.input<Part> : never;
type Output<Part> = Part extends z.ZodType ? z.output<Part> : undefined;

/** What a call must be given: path parameters, query, body and what was shown, each only where the endpoint has one. */
export type CallInput<Path extends string, Query, Body, Edits = false> = ([unknown] extends [PathParameters<Path>]
  ? { params?: never }
  : { params: PathParameters<Path> }) &
  (Query extends z.ZodType ? { query?: Input<Query> } : { query?: never }) &
  (Body extends z.ZodType ? { body: Input<Body> } : { body?: never }) &
  ([Edits] extends [true] ? { ifMatch: Shown } : { ifMatch?: never }) & { signal?: AbortSignal };

/** The version or edition of what was shown, as the answer that showed it has it. */
export type Shown = string | number;

export interface ClientOptions {
  /** Origin of the API, without a slash at the end; empty for the same origin. */
  readonly baseUrl: string;
  /** Sent with every call, e.g. the bearer of a launch. */
  readonly headers?: () => Record<string, string>;
  readonly fetch?: typeof globalThis.fetch;
  /** Whether a POST that got no answer is sent under the same key when it is sent again, so that it is carried out once. */
  readonly repeatsOnce?: boolean;
}

export interface Client {
  <Path extends string, Query, Body, Reply, Edits extends boolean>(
    endpoint: Endpoint<Path, Query, Body, Reply, Edits>,
    input: CallInput<Path, Query, Body, Edits>,
  ): Promise<Output<Reply>>;
}

/**
 * The typed client of the API. Answers are parsed with the endpoint's own schema. Throws `ProblemError`: the server's
 * problem as sent, `unreachable` when there was no answer, `unexpected-answer` when it was not what the contract says.
 */
export function createClient({ baseUrl, headers, fetch = globalThis.fetch, repeatsOnce }: ClientOptions): Client {
  const keys = repeatsOnce ? new RequestKeys() : null;
  return async (endpoint, input) => {
    const to = address(endpoint.path, input);
    const repeatable = keys && endpoint.method === 'POST' ? keys.of(`${to} ${JSON.stringify(input.body)}`) : null;
    const response = await send(fetch, `${baseUrl}${to}`, {
      method: endpoint.method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(input.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(repeatable ? { 'idempotency-key': repeatable.key } : {}),
        ...(input.ifMatch === undefined ? {} : { 'if-match': `"${input.ifMatch}"` }),
        ...headers?.(),
      },
      ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
      ...(input.signal ? { signal: input.signal } : {}),
    });
    if (response.status < 500) repeatable?.answered();
    if (!response.ok) throw new ProblemError(await readProblem(response));
    return (await readReply(endpoint.reply as z.ZodType | null, response)) as never;
  };
}

/** Keys of requests that have had no answer yet, by what they ask for. */
class RequestKeys {
  private readonly unanswered = new Map<string, string>();

  of(asked: string): { readonly key: string; answered(): void } {
    const key = this.unanswered.get(asked) ?? newKey();
    this.unanswered.set(asked, key);
    return { key, answered: () => void this.unanswered.delete(asked) };
  }
}

/** Without `randomUUID`, which browsers have only where pages come by https. */
const newKey = (): string =>
  Array.from(globalThis.crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

function address(path: string, input: { params?: unknown; query?: unknown }): string {
  const params = (input.params ?? {}) as Record<string, string>;
  const filled = path.replace(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, string | number | undefined>))
    if (value !== undefined) query.set(name, String(value));
  return query.size > 0 ? `${filled}?${query.toString()}` : filled;
}

async function send(fetch: typeof globalThis.fetch, url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    throw interrupted(error);
  }
}

/** The caller's own giving up stays what it is; everything else means that no whole answer came. */
const interrupted = (error: unknown): unknown =>
  error instanceof DOMException && error.name === 'AbortError'
    ? error
    : new ProblemError(
        local('unreachable', 'Journeybook cannot be reached. Check the connection and try again; nothing was lost.'),
      );

/** The JSON of an answer, undefined when it is none; throws when the connection ended within it. */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text().catch((error: unknown) => {
    throw interrupted(error);
  });
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function readProblem(response: Response) {
  const parsed = problem.safeParse(await readJson(response));
  if (parsed.success) return parsed.data;
  return local(
    'unexpected-answer',
    `Journeybook answered ${response.status} without saying why. Try again.`,
    response.status,
  );
}

async function readReply(reply: z.ZodType | null, response: Response): Promise<unknown> {
  if (!reply) return undefined;
  const parsed = reply.safeParse(await readJson(response));
  if (parsed.success) return parsed.data;
  throw new ProblemError(
    local('unexpected-answer', 'The answer was not what this page expects. Reload it and try again.'),
  );
}

const local = (kind: string, detail: string, status = 0) => ({
  type: 'about:blank',
  title: kind,
  status,
  detail,
  kind,
});
