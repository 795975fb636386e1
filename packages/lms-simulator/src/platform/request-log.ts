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
  /** The most requests that were being answered at one time. */
  readonly mostAtOnce: number;
  add(entry: LoggedRequest): void;
  /** A request has come in; the answer is to be called once when it is over. */
  begin(): () => void;
  clear(): void;
}

// A demo may run for days; only tests look further back than a moment.
const KEPT = 2000;

export function createRequestLog(): RequestLog {
  const entries: LoggedRequest[] = [];
  let underWay = 0;
  let mostAtOnce = 0;
  return {
    entries,
    get mostAtOnce() {
      return mostAtOnce;
    },
    begin() {
      underWay += 1;
      mostAtOnce = Math.max(mostAtOnce, underWay);
      let isOver = false;
      return () => {
        if (!isOver) underWay -= 1;
        isOver = true;
      };
    },
    add(entry) {
      entries.push(entry);
      if (entries.length > KEPT) entries.splice(0, entries.length - KEPT);
    },
    clear() {
      entries.length = 0;
      mostAtOnce = 0;
    },
  };
}
