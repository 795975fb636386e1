import type { Problem } from '@journeybook/contracts';
import { ProblemError } from '@journeybook/contracts';

/** The problem a call is answered with; throws when it succeeded or failed in another way. */
export async function problemOf(call: Promise<unknown>): Promise<Problem> {
  const outcome: unknown = await call.then(
    (value) => new Error(`was not refused but answered ${JSON.stringify(value)}`),
    (error: unknown) => error,
  );
  if (!(outcome instanceof ProblemError)) throw outcome;
  return outcome.problem;
}

/** Status and kind of a refusal, e.g. `409 not-submitted`. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  const { status, kind } = await problemOf(call);
  return `${status} ${kind}`;
}
