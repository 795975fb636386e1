/** What may be said of a fault in a log: enough to find it, and nothing of what was being stored or sent. */
export interface Fault {
  readonly name: string;
  /** SQLSTATE or the system's own code, such as `23505` or `ECONNREFUSED`. */
  readonly code?: string;
  /** The constraint or table that PostgreSQL names. */
  readonly constraint?: string;
  readonly table?: string;
  /** Only where the text is one of our own: everybody else's may repeat what was given to it. */
  readonly message?: string;
  /** Where it happened, a line a frame. */
  readonly at: readonly string[];
}

/**
 * Describes a fault without personal data. The message of an error of PostgreSQL, of a parser or of a schema repeats values, its detail whole
 * rows, and TypeORM adds every parameter: none of these is kept. Frames of the stack name files and functions only.
 */
export function describeFault(error: unknown): Fault {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const code = textIn(error, 'code');
  const constraint = textIn(error, 'constraint');
  const table = textIn(error, 'table');
  return {
    name: error.constructor.name,
    ...(code ? { code } : {}),
    ...(constraint ? { constraint } : {}),
    ...(table ? { table } : {}),
    ...(error.constructor === Error && !code ? { message: error.message } : {}),
    at: framesOf(error),
  };
}

/** The same in one line, without the frames. */
export function faultLine(error: unknown): string {
  const { name, code, constraint, table, message } = describeFault(error);
  return [name, code, constraint, table, message].filter(Boolean).join(' ');
}

/** Names only: a field of an error that is anything else is left out. */
function textIn(error: Error, field: 'code' | 'constraint' | 'table'): string | undefined {
  const value: unknown = Reflect.get(error, field);
  return typeof value === 'string' && /^\w{1,80}$/.test(value) ? value : undefined;
}

const framesOf = ({ stack = '' }: Error): readonly string[] =>
  stack.split('\n').flatMap((line) => /^\s+at (.+)$/.exec(line)?.[1] ?? []);

/** What a logger is called with. Given an error without a text it takes the error's own message, which may repeat values: so a text is given. */
export function withoutErrorText<Args extends readonly unknown[]>(args: Args): Args {
  const [first, text] = args;
  const isError = first instanceof Error;
  const holdsError = typeof first === 'object' && first !== null && 'err' in first && first.err instanceof Error;
  return (isError || holdsError) && typeof text !== 'string'
    ? ([first, 'A fault', ...args.slice(1)] as unknown as Args)
    : args;
}
