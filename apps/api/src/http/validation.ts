import { StandardSchemaValidationPipe } from '@nestjs/common';
import { Refused } from './refused.js';

/** Parses body, query and path by the contract's schema; each fault names its field. */
export const validation = new StandardSchemaValidationPipe({
  exceptionFactory: (issues) =>
    new Refused(
      { kind: 'invalid-request' },
      issues.map((issue) => ({ field: fieldOf(issue.path), message: issue.message })),
    ),
});

const fieldOf = (path: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined): string =>
  (path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.') || 'body';
