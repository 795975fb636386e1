import type { Tables } from '@journeybook/database';
import { invitationMinutes } from '@journeybook/domain';
import { newToken } from '../access/open-session.js';
import type { Clock } from '../clock.js';

/** Whom an empty installation begins with. Nobody reads letters there: the link is told where it is started. */
export const firstAdministrator = 'admin@journeybook.example';

/**
 * How the first administrator comes in, while they have chosen no password: by a link that opens once, for 14 days, and for which this is
 * the only place. Each call makes another one, and the one before opens nothing. Null once there is a password.
 */
export async function firstSignIn(
  { people, passwordResets }: Tables,
  { clock, publicUrl }: { readonly clock: Clock; readonly publicUrl: string },
): Promise<string | null> {
  const person = await people.findByEmail(firstAdministrator);
  if (!person || (await people.hasSignIn(person))) return null;
  const { token, hash } = newToken();
  await passwordResets.put({ tokenHash: hash, person, at: clock.now(), expiresAt: clock.in(invitationMinutes) });
  return `First sign-in: choose a password at ${publicUrl}/reset#${token} within 14 days, then sign in as ${firstAdministrator}.`;
}
