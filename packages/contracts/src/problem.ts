import { z } from 'zod';

/**
 * What went wrong (RFC 9457). `kind` is stable and is what programs branch on; `detail` is one sentence for a person that
 * says what to do; `errors` names each field of the request that must change; `facts` are the numbers behind a refusal.
 */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    kind: z.string(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
    facts: z.record(z.string(), z.unknown()).optional(),
    requestId: z.string().optional(),
  })
  .meta({ id: 'Problem' });

export type Problem = z.output<typeof problem>;

/** Thrown by the client for every answer that is not a success; `problem.kind` says which. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
  }
}
