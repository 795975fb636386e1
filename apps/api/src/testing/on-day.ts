import type { Client } from '@journeybook/contracts';
import type { Instant } from '@journeybook/domain';
import type { RunningApi } from './start-api.js';
import type { Known } from './world.js';

/** Runs the work at noon of another day, with sessions of that day: a session lasts twelve hours. */
export async function onDay<T>(
  api: RunningApi,
  date: string,
  work: (as: (person: Known) => Promise<Client>) => Promise<T>,
): Promise<T> {
  const as = async (person: Known): Promise<Client> => {
    api.forget(person);
    const call = await api.as(person);
    api.forget(person);
    return call;
  };
  return api.clock.during(`${date}T18:00:00Z` as Instant, () => work(as));
}
