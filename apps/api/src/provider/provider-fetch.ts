import { createSender } from '@journeybook/outgoing';
import type { CustomFetch } from 'openid-client';

/** A discovery document or a set of keys is a few thousand bytes. */
const mostBytes = 1024 * 1024;

/** A fetch for openid-client: to public addresses only, following no redirects, ten seconds at most. */
export function createProviderFetch(allowLoopback: boolean): CustomFetch {
  const send = createSender({ allowLoopback, totalMilliseconds: 10_000, mostBytes, userAgent: 'Journeybook/0.1' });
  return async (url, { method, headers, body }) => {
    const text = body === null || body === undefined ? undefined : textOf(body);
    const answer = await send({
      method: method === 'POST' ? 'POST' : 'GET',
      url,
      headers,
      ...(text === undefined ? {} : { body: text }),
    });
    const given = Object.entries(answer.headers).filter((pair): pair is [string, string] => pair[1] !== undefined);
    // Answers without a body must be made without one.
    const empty = answer.status === 204 || answer.status === 304;
    return new Response(empty ? null : answer.body, { status: answer.status, headers: given });
  };
}

function textOf(body: unknown): string {
  if (typeof body === 'string') return body;
  if (body instanceof URLSearchParams) return body.toString();
  throw new Error('a provider is sent text only');
}
