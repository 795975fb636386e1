import { call, request } from './http.mjs';
import { mannWhitney, median } from './measure.mjs';

const rounds = 240;
const warmUp = 12;

/**
 * Whether the time of an answer tells if an address has an account: wrong passwords at accounts there are and are not, in turns, each
 * from a place of its own so that no limit answers instead. Two groups of accounts that exist say how much is noise.
 */
export async function benchSignIn({ api }) {
  const { signIns } = (await call(`${api}/api/installation`)).json;
  const named = namesOf(signIns.map(({ email }) => email));
  const times = Object.fromEntries(Object.keys(named).map((name) => [name, []]));
  for (let round = 0; round < rounds + warmUp; round += 1) {
    // Another order each round: whoever comes first after a pause is slower.
    const order = Object.keys(named).map((_, index, names) => names[(index + round) % names.length]);
    for (const name of order) {
      const addresses = named[name];
      const took = await timeOf(api, addresses[round % addresses.length], round);
      if (round >= warmUp) times[name].push(took);
    }
  }
  const { known, unknown, 'also known': alsoKnown } = times;
  const microseconds = (left, right) => `${Math.round((median(left) - median(right)) * 1000)} µs`;
  const chance = (left, right) => mannWhitney(left, right).toFixed(3);
  return {
    what: 'Wrong passwords at accounts there are and are not',
    milliseconds: Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)])),
    figures: {
      'known minus also known (noise)': microseconds(known, alsoKnown),
      'unknown minus known': microseconds(unknown, known),
      'p of known and also known (Mann–Whitney)': chance(known, alsoKnown),
      'p of unknown and known (Mann–Whitney)': chance(unknown, [...known, ...alsoKnown]),
    },
  };
}

/** Real addresses in two groups, and as many that nobody has, no longer and no shorter. */
function namesOf(emails) {
  const half = Math.floor(emails.length / 2);
  return {
    known: emails.slice(0, half),
    'also known': emails.slice(half, half * 2),
    unknown: emails.slice(0, half).map((email) => email.replace(/^../, 'zq')),
  };
}

async function timeOf(api, email, round) {
  const start = performance.now();
  const { status } = await request(`${api}/api/session`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': `198.51.${(round >> 6) & 255}.${round & 255}`,
    },
    body: JSON.stringify({ email, password: 'not the password' }),
  });
  const took = performance.now() - start;
  if (status !== 401) throw new Error(`a wrong password was answered ${status}`);
  return took;
}
