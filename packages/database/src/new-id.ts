import { randomUUIDv7 } from 'node:crypto';

/** A new id: a UUID that sorts by the time it was made (RFC 9562, version 7). */
export const newId = <Id extends string>(): Id => randomUUIDv7() as string as Id;
