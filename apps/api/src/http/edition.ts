import { createHash } from 'node:crypto';

type Part = string | number | boolean | null | readonly Part[];

/**
 * The edition of something without a version of its own: a digest of all that can be edited of it. Where there is nothing yet, that has
 * an edition too, so that two who begin it at once do not overwrite each other either.
 */
export const editionOf = (state: readonly Part[] | null): string =>
  createHash('sha256').update(JSON.stringify(state)).digest('base64url').slice(0, 22);
