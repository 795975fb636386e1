import { lookup as resolve } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import type { PlatformAnswer } from '../protocol/classify-answer.js';
import { PlatformError } from '../protocol/platform-error.js';
import { mayConnect, refuseAddress } from './platform-address.js';

export interface PlatformRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For the whole exchange; what all requests have unless set: 15,000 (lti.md 7.4). */
  readonly totalMilliseconds?: number;
}

/** Sends one request to a learning platform. Throws `PlatformError`: `retry` when it does not answer, `configuration` when it may not be called. */
export type PlatformHttp = (request: PlatformRequest) => Promise<PlatformAnswer>;

const connectMilliseconds = 3_000;
const mostBytes = 20 * 1024 * 1024;
// Canvas refuses requests without one since January 2026 (lti.md 4.5).
const userAgent = 'Journeybook/0.1 (LTI tool)';

/** The only way to a learning platform: no redirects, no private addresses, never longer than told. */
export function createPlatformHttp({
  allowLoopback,
  totalMilliseconds = 15_000,
}: {
  readonly allowLoopback: boolean;
  readonly totalMilliseconds?: number;
}): PlatformHttp {
  const lookup = guardedLookup(allowLoopback);
  const agents = { http: new http.Agent({ keepAlive: true }), https: new https.Agent({ keepAlive: true }) };
  return async (request) => {
    const refusal = refuseAddress(request.url, allowLoopback);
    if (refusal) throw new PlatformError({ kind: 'configuration', seen: `the platform's address ${refusal}` });
    const secure = request.url.startsWith('https:');
    const options: https.RequestOptions = {
      method: request.method,
      lookup,
      agent: secure ? agents.https : agents.http,
      signal: AbortSignal.timeout(request.totalMilliseconds ?? totalMilliseconds),
      headers: {
        'user-agent': userAgent,
        ...request.headers,
        ...(request.body === undefined ? {} : { 'content-length': Buffer.byteLength(request.body) }),
      },
    };
    try {
      return await exchange((secure ? https : http).request(request.url, options), request.body);
    } catch (error) {
      if (error instanceof PlatformError) throw error;
      throw new PlatformError(
        { kind: 'retry', seen: `the platform did not answer (${code(error)})` },
        { cause: error },
      );
    }
  };
}

// Checked on what the name resolves to now, so that a name cannot turn to a private address after it was looked at.
function guardedLookup(allowLoopback: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const refused = addresses.find(({ address }) => !mayConnect(address, allowLoopback));
      const first = addresses[0];
      if (refused || !first)
        return callback(
          new PlatformError({ kind: 'configuration', seen: "the platform's name leads to a private address" }),
          '',
          0,
        );
      if (options.all) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };
}

function exchange(outgoing: http.ClientRequest, body: string | undefined): Promise<PlatformAnswer> {
  return new Promise((resolve, reject) => {
    outgoing.on('error', reject);
    outgoing.on('socket', (socket) => {
      if (!socket.connecting) return;
      const timer = setTimeout(() => outgoing.destroy(new Error('connect timeout')), connectMilliseconds);
      socket.once('connect', () => clearTimeout(timer));
      socket.once('close', () => clearTimeout(timer));
    });
    outgoing.on('response', (incoming) => {
      readBody(incoming).then(
        (text) => resolve({ status: incoming.statusCode ?? 0, headers: flatten(incoming.headers), body: text }),
        reject,
      );
    });
    outgoing.end(body);
  });
}

async function readBody(incoming: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming) {
    bytes += (chunk as Buffer).length;
    if (bytes > mostBytes)
      throw new PlatformError({ kind: 'configuration', seen: "the platform's answer is too long" });
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const flatten = (headers: http.IncomingHttpHeaders): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );

const code = (error: unknown): string =>
  error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : 'unknown';
