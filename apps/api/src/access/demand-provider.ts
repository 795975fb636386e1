import type { Tables } from '@journeybook/database';
import type { CalendarDate, PersonId } from '@journeybook/domain';
import { mustComeByProvider } from '@journeybook/domain';
import type { Config } from '../config.js';

/** Whether the person has to come in by their organisation's provider, so that a password is not enough. */
export async function demandsProvider(
  { providerLinks }: Tables,
  { PASSWORDS_ALWAYS }: Config,
  { person, email, today }: { readonly person: PersonId; readonly email: string; readonly today: CalendarDate },
): Promise<boolean> {
  return !PASSWORDS_ALWAYS && mustComeByProvider(email, await providerLinks.demands(person, today));
}
