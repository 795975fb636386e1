import fc from 'fast-check';
import type { z } from 'zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operationOf, sampleTag } from '../testing/call-route.js';
import type { CallerName, Credentials } from '../testing/every-caller.js';
import { callerNames, credentialsOf } from '../testing/every-caller.js';
import { nastyParts, nastyTags, rawBodies, spoiltParts, spoiltValue } from '../testing/garbage.js';
import { listRoutes } from '../testing/list-routes.js';
import { addHolders } from '../testing/portal-roles.js';
import type { RowsOfSide } from '../testing/rows-of.js';
import { rowsOf, sides } from '../testing/rows-of.js';
import { sampleBody } from '../testing/sample-body.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld } from '../testing/world.js';

let api: RunningApi;
let rows: RowsOfSide;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  await addHolders(api);
  rows = await rowsOf(api, sides.ada);
});
afterAll(() => api.stop());

/** Another run may begin elsewhere: `GARBAGE_SEED=7`. */
const seed = Number(process.env['GARBAGE_SEED'] ?? 1);

const internals =
  /\bat .+:\d+:\d+|node_modules|QueryFailed|typeorm|pg_|syntax error|select .+ from|insert into|Error:/i;

interface Sent {
  readonly line: string;
  readonly address: string;
  readonly headers: Credentials;
  readonly body?: string | Buffer | undefined;
}

/** Sends it; answers what is wrong with the answer, or nothing. */
async function send({ line, address, headers, body }: Sent): Promise<string | null> {
  const method = line.split(' ')[0] ?? '';
  const response = await fetch(`${api.url}${address}`, {
    method,
    headers: {
      ...(operationOf(line)?.edits ? { 'if-match': sampleTag } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  if (response.status < 500 && (response.ok || (isProblem && !internals.test(text)))) return null;
  return `${line} answered ${response.status} ${text.slice(0, 300)} to ${address} ${String(body).slice(0, 300)}`;
}

const addressOf = (line: string, part?: string): string =>
  (line.split(' ')[1] ?? '').replace(
    /([\w-]+)\/:(\w+)/g,
    (_, before: string, name: string) =>
      `${before}/${part ?? rows.employer.path?.[`${before}/:${name}`] ?? '0b6ac3a6-7f0e-4c55-9e3b-0f5f3f1f7a11'}`,
  );

const credentials = new Map<CallerName, Credentials>();
/** Everybody whom the route lets in, so that what they send gets as far as it can. */
async function admitted(line: string): Promise<readonly Credentials[]> {
  const found: Credentials[] = [];
  for (const caller of callerNames) {
    const headers = credentials.get(caller) ?? (await credentialsOf(api, caller));
    credentials.set(caller, headers);
    const [method = ''] = line.split(' ');
    const answer = await fetch(`${api.url}${addressOf(line, 'x')}`, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      ...(method === 'GET' ? {} : { body: '[]' }),
    });
    if (![401, 403].includes(answer.status)) found.push(headers);
    if (answer.ok) credentials.delete(caller);
  }
  return found.slice(0, 1);
}

describe('garbage is told what is wrong with it, and nothing of what is inside', () => {
  test('in every route', async () => {
    const faults: string[] = [];
    let sent = 0;
    for (const { line } of listRoutes(api.app)) {
      const operation = operationOf(line);
      const ways: Omit<Sent, 'headers'>[] = [];
      if (line.includes('/:')) for (const part of nastyParts) ways.push({ line, address: addressOf(line, part) });
      if (operation?.query) for (const part of nastyParts) ways.push(...queries(line, operation.query, part));
      if (operation?.body) {
        const sample = sampleBody(operation.body, rows.employer.body);
        const spoilt = fc.sample(spoiltValue(sample), { numRuns: 10, seed });
        for (const body of [...[...spoilt, ...spoiltParts(sample)].map((one) => JSON.stringify(one)), ...rawBodies])
          ways.push({ line, address: addressOf(line), body });
      }
      const tags = operation?.edits ? nastyTags : [];
      for (const headers of await admitted(line)) {
        sent += ways.length + tags.length;
        const address = addressOf(line);
        const wrong = await Promise.all([
          ...ways.map((way) => send({ ...way, headers })),
          ...tags.map((tag) => send({ line, address, headers: { ...headers, 'if-match': tag } })),
        ]);
        faults.push(...wrong.filter((one) => one !== null).slice(0, 3));
      }
    }
    expect(faults).toEqual([]);
    expect(sent).toBeGreaterThan(3_000);
  }, 300_000);
});

const queries = (line: string, query: z.ZodType, part: string): Omit<Sent, 'headers'>[] =>
  Object.keys((query as z.ZodObject).shape).map((name) => ({ line, address: `${addressOf(line)}?${name}=${part}` }));
