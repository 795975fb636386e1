import { endpoints } from '@journeybook/contracts';
import { z } from 'zod';
import type { EndpointName } from './random-request.js';
import { endpointNames } from './random-request.js';

/** The routes that read and answer with a list of something, or with more than one. */
export const listing: readonly EndpointName[] = endpointNames.filter((name) => {
  const { method, reply } = endpoints[name] as { method: string; reply: z.ZodType | null };
  if (method !== 'GET' || !reply) return false;
  return JSON.stringify(z.toJSONSchema(reply, { unrepresentable: 'any' })).includes('"type":"array"');
});

/** What stands in the lists of an answer, as text. */
export function listed(answer: string): string {
  const found: unknown[] = [];
  const look = (part: unknown): void => {
    if (Array.isArray(part)) found.push(part);
    else if (typeof part === 'object' && part !== null) Object.values(part).forEach(look);
  };
  try {
    look(JSON.parse(answer));
  } catch {
    // A file of lines: each is one of a list.
    return answer;
  }
  return JSON.stringify(found);
}
