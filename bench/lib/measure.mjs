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

/**
 * How likely two lists of durations differ by rank as much as these do when both come from the same source: the two-sided p of
 * Mann and Whitney's test, by the normal approximation, which is good for some tens of durations and more.
 */
export function mannWhitney(left, right) {
  const ranked = [
    ...left.map((value) => ({ value, isLeft: true })),
    ...right.map((value) => ({ value, isLeft: false })),
  ];
  ranked.sort((a, b) => a.value - b.value);
  const sum = ranked.reduce((total, { isLeft }, index) => (isLeft ? total + index + 1 : total), 0);
  const u = sum - (left.length * (left.length + 1)) / 2;
  const spread = Math.sqrt((left.length * right.length * (left.length + right.length + 1)) / 12);
  const z = Math.abs(u - (left.length * right.length) / 2) / spread;
  return 2 * (1 - normalShare(z));
}

/** The share of a normal distribution below z (Abramowitz and Stegun 26.2.17; right to seven digits). */
function normalShare(z) {
  const t = 1 / (1 + 0.2316419 * z);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
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
