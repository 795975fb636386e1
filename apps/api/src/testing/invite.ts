import type { Client } from '@journeybook/contracts';
import { createClient, endpoints } from '@journeybook/contracts';
import type { CalendarDate, MemberRole, OrganizationId } from '@journeybook/domain';
import { foundry } from '@journeybook/domain/testing';
import { keepCookies } from './keep-cookies.js';
import { tokenIn } from './letters.js';
import type { RunningApi } from './start-api.js';

let invited = 0;

/** An address that nobody has had before. */
export function newAddress(): string {
  invited += 1;
  return `newcomer.${invited}@people.example`;
}

export const goodPassword = 'copper lathe winter seven';

/** Invites somebody new, a mentor of the foundry unless told otherwise. */
export function inviteBy(
  call: Client,
  asked: { email?: string; role?: MemberRole; organization?: OrganizationId; name?: string; until?: CalendarDate } = {},
) {
  const body = { organization: foundry, role: 'mentor', name: 'Nina Newcomer', email: newAddress(), ...asked } as const;
  return call(endpoints.invite, { body });
}

/** The secret of the link that was sent to the address last. */
export const linkTo = async (api: RunningApi, email: string): Promise<string> =>
  tokenIn((await api.lettersTo(email)).at(-1));

/** A browser of somebody who is not signed in. */
export const browserOf = (api: RunningApi): Client => createClient({ baseUrl: api.url, fetch: keepCookies() });

/** Invites somebody new, who takes the role: their browser, signed in. */
export async function joined(api: RunningApi, inviter: Client, asked: Parameters<typeof inviteBy>[1] = {}) {
  const { email } = await inviteBy(inviter, asked);
  const call = browserOf(api);
  const token = await linkTo(api, email);
  const session = await call(endpoints.acceptInvitation, {
    body: { token, name: 'Nina Newcomer', password: goodPassword },
  });
  return { call, email, session };
}
