import type { Client, Session } from '@journeybook/contracts';
import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { isSignedOut } from '../api/query-client.js';
import { sessionQuery } from '../api/read-session.js';

export interface RouterContext {
  readonly client: Client;
  readonly queries: QueryClient;
}

interface Place {
  readonly href: string;
}

const backTo = ({ href }: Place) => (href === '/' ? {} : { from: href });

/** Who is signed in; leads to the sign-in when nobody is. */
async function findSession({ client, queries }: RouterContext, place: Place): Promise<Session> {
  try {
    return await queries.ensureQueryData(sessionQuery(client));
  } catch (error) {
    if (!isSignedOut(error)) throw error;
    throw redirect({ to: '/sign-in', search: backTo(place) });
  }
}

/** Lets into the pages whoever is signed in; whoever has to set up a second step first goes there. */
export async function enterPages(context: RouterContext, place: Place): Promise<{ session: Session }> {
  const session = await findSession(context, place);
  if (session.secondFactor.needed === 'now') throw redirect({ to: '/second-step', search: backTo(place) });
  return { session };
}

/** Lets in whoever has to set up a second step; everybody else goes where they wanted to go. */
export async function enterSecondStep(context: RouterContext, place: Place, from: string | undefined): Promise<void> {
  const { secondFactor } = await findSession(context, place);
  if (secondFactor.needed !== 'now') throw redirect({ href: from ?? '/' });
}
