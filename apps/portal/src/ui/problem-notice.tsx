import { Button } from '@mantine/core';
import { ProblemError } from '@journeybook/contracts';
import { useEffect, useRef } from 'react';
import css from './notice.module.css';
import { sayDates } from './say-dates.js';

/** What went wrong in the server's own words, with a way to try again where the same request may yet succeed. */
export function ProblemNotice(props: {
  error: unknown;
  /** What happened here, where the page knows it more closely than the server's own words say. */
  says?: string | undefined;
  onRetry?: (() => void) | undefined;
  retryLabel?: string;
}) {
  const { error, says, onRetry, retryLabel = 'Try again' } = props;
  const notice = useRef<HTMLDivElement>(null);
  // On a phone the notice may stand outside the screen: bring it into sight when it appears.
  useEffect(() => {
    notice.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  if (!error) return null;
  return (
    <div ref={notice} role="alert" className={`${css.notice} ${css.stop}`}>
      <p>{says ?? explain(error)}</p>
      {onRetry && retryHelps(error) && (
        <Button variant="default" onClick={onRetry}>
          {retryLabel}
        </Button>
      )}
    </div>
  );
}

/** One sentence for a person; what is no problem of the API's is a fault of this page. */
export function explain(error: unknown): string {
  if (error instanceof ProblemError) return sayDates(error.problem.detail);
  return 'Something went wrong on this page. Reload it and try again.';
}

/** The message that the server has for one field of the request, e.g. `lines.0.minutes`. */
export function fieldError(error: unknown, field: string): string | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  const message = error.problem.errors?.find((one) => one.field === field)?.message;
  return message && sayDates(message);
}

const signedOut = 401;
const timeout = 408;
const tooMany = 429;
const serverFault = 500;

/**
 * Whether the same request may succeed later: nothing was reached, the answer was no answer, or the sign-in had ended. A
 * refusal stands until something else is asked for.
 */
export function retryHelps(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return true;
  const { kind, status } = error.problem;
  if (kind === 'unreachable' || kind === 'unexpected-answer') return true;
  return status === signedOut || status === timeout || status === tooMany || status >= serverFault;
}

/** Whether the API refused with this kind. */
export const isProblem = (error: unknown, kind: string): boolean =>
  error instanceof ProblemError && error.problem.kind === kind;
