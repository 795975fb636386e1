/** One thing that goes wrong on purpose, for requests whose path matches. */
export type Fault = {
  /** Part of the path, a pattern, or everything when left out. */
  readonly match?: string | RegExp;
  /** How many matching requests it spoils; 1 when left out. */
  readonly times?: number;
} & (
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Never answers. */
  | { readonly kind: 'hang' }
  /** Answers 200 with a web page where JSON belongs. */
  | { readonly kind: 'html' }
  /** Announces the whole body, sends half of it and drops the connection. */
  | { readonly kind: 'half-page' }
  /** Answers rightly, after a while. */
  | { readonly kind: 'slow'; readonly delayMs: number }
);

export interface FaultQueue {
  add(fault: Fault): void;
  /** Takes the first fault that is meant for this path and counts it. */
  take(path: string): Fault | undefined;
  clear(): void;
}

function matches(fault: Fault, path: string): boolean {
  if (fault.match === undefined) return true;
  return typeof fault.match === 'string' ? path.includes(fault.match) : fault.match.test(path);
}

export function createFaultQueue(): FaultQueue {
  let waiting: { fault: Fault; left: number }[] = [];
  return {
    add(fault) {
      waiting.push({ fault, left: fault.times ?? 1 });
    },
    take(path) {
      const found = waiting.find((entry) => matches(entry.fault, path));
      if (!found) return undefined;
      found.left -= 1;
      waiting = waiting.filter((entry) => entry.left > 0);
      return found.fault;
    },
    clear() {
      waiting = [];
    },
  };
}
