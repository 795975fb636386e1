import { randomUUID } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync, mkdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';

/**
 * Vitest set-up, and loaded first by each server that a test starts as a process of its own: writes down what our servers answer and log
 * while tests run, and every secret that is sent to them, when `npm test` asks for it by a folder. `scripts/lib/scan-overheard.mjs` looks
 * for the ones in the others at the end of the run.
 */
const folder = process.env['JOURNEYBOOK_TEST_OVERHEARD'];
if (folder) mkdirSync(folder, { recursive: true });

const note = (file: 'answers' | 'secrets', line: object): void => {
  if (folder) appendFileSync(path.join(folder, `${file}-${process.pid}.jsonl`), `${JSON.stringify(line)}\n`);
};

/** Where a server that a test starts may log to; undefined when nobody listens. */
export const overheardLog = (): string | undefined =>
  folder && path.join(folder, `log-${process.pid}-${randomUUID()}.log`);

/** Variables by which a server of another process is overheard as well: each of its answers is on file before the next is asked for. */
export const overheardEnvironment = (): Record<string, string> =>
  folder ? { JOURNEYBOOK_TEST_OVERHEARD: folder, NODE_OPTIONS: `--import=${import.meta.url}` } : {};

/** Writes down what a server of another process has logged. */
export const overhearLog = (text: string): void => {
  if (folder) appendFileSync(path.join(folder, `log-${process.pid}.log`), text);
};

/**
 * Names a value that must not stand in any answer or log line of the run, such as a social security number or what somebody answered
 * to a demographic question. `handedOutBy` are the routes whose very purpose is to tell it, as `POST /api/launch-sessions`.
 */
export function secret(value: string, kind: string, handedOutBy: readonly string[] = []): void {
  note('secrets', { value, kind, handedOutBy });
}

/** Who hands out what is sent back as a code: launches, claim codes, mentors' codes and recovery codes. */
const codeRoutes = [
  'POST /api/lms/launches',
  'POST /api/lms/pickers',
  'POST /lti/launch',
  'POST /api/apprenticeships/:apprenticeship/claim-codes',
  'POST /api/apprenticeships/:apprenticeship/mentor-code',
  'POST /api/account/authenticator/code',
  'POST /api/account/recovery-codes',
  'POST /api/account/passkeys',
];

/** What a caller sends by these names, and who may say it again. */
const sent: Readonly<Record<string, readonly [kind: string, handedOutBy: readonly string[]]>> = {
  password: ['password', []],
  current: ['password', []],
  token: ['link', []],
  code: ['code', codeRoutes],
  // A browser that keeps its state with the platform gets its own message back, to post it again with the proof.
  id_token: ['signed launch', ['POST /lti/launch']],
  ssn: ['social security number', []],
  socialSecurityNumber: ['social security number', []],
};

// The last asks a platform's administrator, whose form brings the platform's own token along.
const sessionRoutes = ['POST /api/launch-sessions', 'POST /api/launch-sessions/renewal', 'GET /lti/register'];

/** Tests of bad input type days into every field there is: one that is typed as a password is no secret. */
const isDay = (value: string): boolean => /^\d{4}-\d\d-\d\d/.test(value);

/** Whom an apprentice's own answers are told: themselves, and their sponsor for the agency or as numbers of people. */
const answerRoutes = [
  'GET /api/own-answers',
  'PUT /api/own-answers/:field',
  'DELETE /api/own-answers/:field',
  'POST /api/account/data',
  'POST /api/answer-counts',
  'POST /api/apprenticeships/:apprenticeship/agency-export',
];

/**
 * What somebody answers to a demographic question, or gives as their number; of garbage that is typed in their place nobody has to be
 * protected, and that somebody declined is no answer.
 */
function noteOwnAnswers(asked: string, body: unknown): void {
  if (!asked.startsWith('/api/own-answers/')) return;
  const values = typeof body === 'object' && body !== null && 'values' in body ? body.values : null;
  for (const value of Array.isArray(values) ? values.map(String) : []) {
    if (/^\d{3}-?\d{2}-?\d{4}$/.test(value))
      for (const written of [value, value.replaceAll('-', '')]) secret(written, 'social security number', answerRoutes);
    else if (/^[a-z-]+$/.test(value) && value !== 'declined') secret(value, 'demographic answer', answerRoutes);
  }
}

function noteSecrets(
  { headers, body, url = '' }: IncomingMessage & { body?: unknown },
  response: ServerResponse,
): void {
  const bearer = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  if (bearer) secret(bearer, 'bearer', sessionRoutes);
  const cookies = [
    ...(headers.cookie ?? '').split(/;\s*/),
    ...[response.getHeader('set-cookie') ?? []].flat().map(String),
  ];
  for (const pair of cookies) {
    const value = /^[^=]*journeybook_\w+=([^;]+)/.exec(pair)?.[1];
    // The token of a launch is sent as a cookie by tests that show that it opens nothing so.
    if (value) secret(value, 'cookie', sessionRoutes);
  }
  for (const [name, value] of Object.entries(typeof body === 'object' && body !== null ? body : {})) {
    const known = sent[name];
    if (known && typeof value === 'string' && !isDay(value)) secret(value, ...known);
  }
  noteOwnAnswers(url, body);
}

interface Started {
  readonly request: IncomingMessage & { readonly baseUrl?: string; readonly route?: { readonly path?: unknown } };
  readonly response: ServerResponse;
}

function listen({ request, response }: Started): void {
  const asked = request.url ?? '';
  // The simulated Canvas has addresses below /api/lti; below /lti/frame are the built pages, the same for everybody.
  if (!/^\/(api|lti|health)\b(?!\/(?:lti|frame)\/)/.test(asked)) return;
  const chunks: Buffer[] = [];
  const keep = (chunk: unknown): void => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk as string));
  };
  for (const name of ['write', 'end'] as const) {
    const original = response[name].bind(response) as (...given: unknown[]) => never;
    response[name] = ((...given: unknown[]) => {
      keep(given[0]);
      return original(...given);
    }) as never;
  }
  response.once('finish', () => {
    const { 'set-cookie': _, ...headers } = response.getHeaders();
    const pattern = request.route?.path;
    const where = typeof pattern === 'string' ? `${request.baseUrl ?? ''}${pattern}` : asked.split('?')[0];
    noteSecrets(request, response);
    note('answers', {
      route: `${request.method} ${where}`,
      status: response.statusCode,
      text: `${JSON.stringify(headers)}\n${Buffer.concat(chunks).toString()}`,
    });
  });
}

if (folder) subscribe('http.server.request.start', (started) => listen(started as Started));
