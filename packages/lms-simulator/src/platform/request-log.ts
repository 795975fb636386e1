/** One request the tool's server sent to the platform, with what it was answered. */
export interface LoggedRequest {
  readonly method: string;
  /** Path and query under the platform's base address. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** 0 while there is no answer yet, and when the connection ended without a whole one. */
  readonly status: number;
  readonly at: Date;
}

export interface RequestLog {
  readonly entries: readonly LoggedRequest[];
  add(entry: LoggedRequest): void;
  clear(): void;
}

// A demo may run for days; only tests look further back than a moment.
const KEPT = 2000;

export function createRequestLog(): RequestLog {
  const entries: LoggedRequest[] = [];
  return {
    entries,
    add(entry) {
      entries.push(entry);
      if (entries.length > KEPT) entries.splice(0, entries.length - KEPT);
    },
    clear() {
      entries.length = 0;
    },
  };
}
