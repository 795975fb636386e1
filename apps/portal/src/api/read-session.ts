import { type Client, endpoints, type Session } from '@journeybook/contracts';
import { anyRoleMay, type Scope } from '@journeybook/domain';
import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { tellDaysIn } from '../ui/show-dates.js';
import { useClient } from './client.js';

/** Who is signed in. A 401 here is an answer, not an ended session: the caller shows the sign-in. */
export const sessionQuery = (client: Client) =>
  queryOptions({
    queryKey: ['session'],
    queryFn: ({ signal }) => client(endpoints.currentSession, { signal }),
    staleTime: 60_000,
    meta: { quiet: true },
  });

/** The session of the person using the portal; only beneath the signed-in layout. Days are told as at its sites from then on. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery(useClient()));
  tellDaysIn(data.timeZone);
  return data;
}

/** Reads the count of waiting hours again, after some were decided. */
export function useSessionRefresh(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['session'] });
}

/** Whether any role of the person may try it at all; on which apprentice, the API says. */
export const mayTry = (session: Session, scope: Scope): boolean =>
  anyRoleMay(
    session.roles.map(({ role }) => role),
    scope,
  );
