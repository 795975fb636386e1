/** The middle of the durations, in milliseconds. */
export const median = (durations) => durations.toSorted((left, right) => left - right)[durations.length >> 1];

/**
 * Times several ways of doing the same thing, in turns, so that whatever else the machine does meets all of them alike.
 * Each way is `async (round) => void | milliseconds`; a way that returns a number measured itself.
 */
export async function inTurns(ways, { rounds, warmUp }) {
  const durations = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  for (let round = 0; round < rounds + warmUp; round += 1) {
    for (const [name, way] of Object.entries(ways)) {
      const start = performance.now();
      const own = await way(round);
      if (round >= warmUp) durations[name].push(own ?? performance.now() - start);
    }
  }
  return Object.fromEntries(Object.entries(durations).map(([name, list]) => [name, median(list)]));
}

export const ratio = (left, right) => Math.round((left / right) * 100) / 100;

const mebibyte = 1_048_576;

/** Looks at this process's memory again and again; `stop` answers how many megabytes it was at first, and at most. */
export function watchMemory() {
  const before = process.memoryUsage.rss();
  let peak = before;
  const look = () => (peak = Math.max(peak, process.memoryUsage.rss()));
  const timer = setInterval(look, 2);
  return {
    stop() {
      clearInterval(timer);
      look();
      return { before: before / mebibyte, peak: peak / mebibyte };
    },
  };
}
