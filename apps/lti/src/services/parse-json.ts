import type { z } from 'zod';
import { PlatformError } from '../protocol/platform-error.js';

/** Reads a platform's answer as JSON of the given shape. Throws `PlatformError`: a login page in place of JSON is a setting to change. */
export function parseJson<Schema extends z.ZodType>(schema: Schema, body: string, what: string): z.output<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    const kind = /^\s*</.test(body) ? 'configuration' : 'retry';
    throw new PlatformError({ kind, seen: `the platform's ${what} is not JSON` });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new PlatformError({ kind: 'configuration', seen: `the platform's ${what} is not in the agreed shape` });
}
