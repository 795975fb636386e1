import { type Endpoint, type Problem, problem } from '@journeybook/contracts';
import type { z } from 'zod';

type In<Part> = Part extends z.ZodType ? z.output<Part> : undefined;
type Out<Part> = Part extends z.ZodType ? z.input<Part> : undefined | void;

export interface FakeRequest<Query, Body> {
  readonly params: Readonly<Record<string, string>>;
  readonly query: In<Query>;
  readonly body: In<Body>;
  /** What an edit says was shown; empty elsewhere. */
  readonly shown: string;
}

export interface FakeRoute {
  readonly method: string;
  readonly path: string;
  readonly answer: (params: Record<string, string>, query: unknown, body: unknown, ifMatch?: string) => unknown;
}

/** Thrown by a handler to refuse as the API would. */
export class FakeRefusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

export const refusal = (status: number, kind: string, detail: string, part: Partial<Problem> = {}): FakeRefusal =>
  new FakeRefusal({ type: 'about:blank', title: kind, status, kind, detail, ...part });

/** One operation of the fake: what comes in and what goes out are held against the contract's own schemas. */
export function route<Path extends string, Query, Body, Reply>(
  endpoint: Endpoint<Path, Query, Body, Reply>,
  handle: (request: FakeRequest<Query, Body>) => Out<Reply>,
): FakeRoute {
  const parse = (schema: unknown, value: unknown) => (schema ? (schema as z.ZodType).parse(value) : undefined);
  return {
    method: endpoint.method,
    path: endpoint.path,
    answer: (params, query, body, ifMatch) => {
      const reply = handle({
        params,
        shown: endpoint.edits ? readTag(ifMatch) : '',
        query: parse(endpoint.query, query),
        body: parse(endpoint.body, body),
      } as FakeRequest<Query, Body>);
      // Parsed for the check alone: what is sent is what the server would send, before any transformation.
      parse(endpoint.reply, reply);
      return reply;
    },
  };
}

function readTag(ifMatch: string | undefined): string {
  const tag = /^"([!#-~]+)"$/.exec(ifMatch ?? '')?.[1];
  if (!tag) throw refusal(428, 'if-match-missing', 'Somebody else may have changed this meanwhile. Read it first.');
  return tag;
}

/** Refuses an edit of something else than what is there. */
export function asShown(shown: string, edition: string | number): void {
  if (shown === String(edition)) return;
  const detail = 'Something here changed since you opened the page. Nothing was done; look at it again.';
  throw refusal(412, 'changed-since-shown', detail);
}

/** Another for another state, as the API's are. */
export function editionOf(state: unknown): string {
  let hash = 5381;
  for (const letter of JSON.stringify(state ?? null)) hash = (hash * 33 + (letter.codePointAt(0) ?? 0)) % 2 ** 32;
  return `e${hash}`;
}

const json = (status: number, body: unknown) =>
  new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: { 'content-type': status >= 400 ? 'application/problem+json' : 'application/json' },
  });

/** Answers a request from the routes: their reply, their refusal as a problem, or 404. */
export function answerFrom(
  routes: readonly FakeRoute[],
  { method, url, body, ifMatch }: { method: string; url: URL; body: unknown; ifMatch: string | undefined },
): Response {
  for (const one of routes) {
    const names = [...one.path.matchAll(/:(\w+)/g)].map((found) => found[1] ?? '');
    const found = new RegExp(`^${one.path.replace(/:\w+/g, '([^/]+)')}$`).exec(url.pathname);
    if (one.method !== method || !found) continue;
    const params = Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')]));
    try {
      const reply = one.answer(params, Object.fromEntries(url.searchParams), body, ifMatch);
      return json(reply === undefined ? 204 : 200, reply);
    } catch (error) {
      if (error instanceof FakeRefusal) return json(error.problem.status, problem.parse(error.problem));
      throw error;
    }
  }
  return json(404, refusal(404, 'not-found', `The fake has no ${method} ${url.pathname}.`).problem);
}
