/** How long the database works for one connection before it gives up by itself; what was begun is undone. */
export interface TimeLimits {
  /** Of one statement, with whatever it waits for. */
  readonly statementSeconds: number;
  /** Between two statements of one transaction, while it holds its locks. */
  readonly idleInTransactionSeconds: number;
}

/** For somebody who waits: half as long as the server waits for a request. */
export const requestLimits: TimeLimits = { statementSeconds: 30, idleInTransactionSeconds: 30 };

/** For what the LTI tool reports of whole courses: it asks again by itself. */
export const reportLimits: TimeLimits = { statementSeconds: 120, idleInTransactionSeconds: 60 };

/** As node-postgres tells PostgreSQL when it connects. Without limits (commands, migrations) the server's own hold, by default none. */
export const limiting = (limits: TimeLimits | null) =>
  limits === null
    ? {}
    : {
        statement_timeout: limits.statementSeconds * 1_000,
        idle_in_transaction_session_timeout: limits.idleInTransactionSeconds * 1_000,
      };

/** `query_canceled` and `idle_in_transaction_session_timeout` (PostgreSQL, appendix A). */
const overTime = ['57014', '25P03'];

/** Whether the database gave something up because it took too long. */
export const isTooSlow = (error: unknown): boolean =>
  error instanceof Error && overTime.includes(String(Reflect.get(error, 'code')));
