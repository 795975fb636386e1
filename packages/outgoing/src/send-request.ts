import http from 'node:http';
import https from 'node:https';
import { refuseAddress } from './address.js';
import { guardedLookup } from './guarded-lookup.js';
import { OutgoingError } from './outgoing-error.js';

export { OutgoingError };

/** One request to a server that somebody else named. */
export interface OutgoingRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For the whole exchange; what the sender gives all requests unless set. */
  readonly totalMilliseconds?: number;
}

export interface OutgoingAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** Sends one request. Throws `OutgoingError`: `refused` when it may not be sent or the answer is too long, `failed` when none came. */
export type SendRequest = (request: OutgoingRequest) => Promise<OutgoingAnswer>;

export interface SenderOptions {
  readonly allowLoopback: boolean;
  readonly totalMilliseconds: number;
  readonly mostBytes: number;
  readonly userAgent: string;
}

const connectMilliseconds = 3_000;

/** The only way to an address that somebody else gave: no redirects, no private addresses, never longer than told. */
export function createSender(options: SenderOptions): SendRequest {
  const lookup = guardedLookup(options.allowLoopback);
  const agents = { http: new http.Agent({ keepAlive: true }), https: new https.Agent({ keepAlive: true }) };
  return async (request) => {
    const refusal = refuseAddress(request.url, options.allowLoopback);
    if (refusal) throw new OutgoingError('refused', `the address ${refusal}`);
    const secure = request.url.startsWith('https:');
    const sent: https.RequestOptions = {
      method: request.method,
      lookup,
      agent: secure ? agents.https : agents.http,
      signal: AbortSignal.timeout(request.totalMilliseconds ?? options.totalMilliseconds),
      headers: {
        'user-agent': options.userAgent,
        ...request.headers,
        ...(request.body === undefined ? {} : { 'content-length': Buffer.byteLength(request.body) }),
      },
    };
    try {
      return await exchange((secure ? https : http).request(request.url, sent), request.body, options.mostBytes);
    } catch (error) {
      if (error instanceof OutgoingError) throw error;
      throw new OutgoingError('failed', `no answer (${code(error)})`, { cause: error });
    }
  };
}

function exchange(outgoing: http.ClientRequest, body: string | undefined, mostBytes: number): Promise<OutgoingAnswer> {
  return new Promise((resolve, reject) => {
    outgoing.on('error', reject);
    outgoing.on('socket', (socket) => {
      if (!socket.connecting) return;
      const timer = setTimeout(() => outgoing.destroy(new Error('connect timeout')), connectMilliseconds);
      socket.once('connect', () => clearTimeout(timer));
      socket.once('close', () => clearTimeout(timer));
    });
    outgoing.on('response', (incoming) => {
      readBody(incoming, mostBytes).then(
        (text) => resolve({ status: incoming.statusCode ?? 0, headers: flatten(incoming.headers), body: text }),
        reject,
      );
    });
    outgoing.end(body);
  });
}

async function readBody(incoming: http.IncomingMessage, mostBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming) {
    bytes += (chunk as Buffer).length;
    if (bytes > mostBytes) throw new OutgoingError('refused', 'the answer is too long');
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
