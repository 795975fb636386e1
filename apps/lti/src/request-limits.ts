/** How many requests from one address are answered in a minute. */
export interface RequestLimits {
  /** For whatever belongs to a launch. */
  readonly launches: number;
  /** For connecting a platform, which asks other servers. */
  readonly registrations: number;
}

// Behind one address there may be a whole college: 300 learners who open a course within five minutes, or all at once when a lesson
// begins, ask three times each (login, launch, and its proof from the platform's storage).
export const ordinaryLimits: RequestLimits = { launches: 1_200, registrations: 120 };

export interface RequestCounter {
  /** Counts one more from the place; answers for how many seconds it is over the limit, 0 when it is not. */
  take(place: string): number;
}

const minute = 60_000;

/** Counts by the minute, in this process alone: another one would cost each launch a round trip to the database. */
export function countRequests(most: number, now: () => number = Date.now): RequestCounter {
  const counts = new Map<string, number>();
  let endsAt = -Infinity;
  return {
    take(place) {
      if (now() >= endsAt) {
        counts.clear();
        endsAt = now() + minute;
      }
      const count = (counts.get(place) ?? 0) + 1;
      counts.set(place, count);
      return count > most ? Math.max(1, Math.ceil((endsAt - now()) / 1_000)) : 0;
    },
  };
}
