import type { Tables } from '@journeybook/database';
import type { ChoosePasswordRefusal, PersonId, Result } from '@journeybook/domain';
import { accept, choosePassword } from '@journeybook/domain';
import { found } from '../http/refused.js';
import { isGuessable } from './is-guessable.js';
import { hashPassword } from './password.js';

/** The hash of a password that somebody may choose. */
export async function hashChosen(
  password: string,
  { email, name }: { readonly email: string; readonly name: string },
): Promise<Result<string, ChoosePasswordRefusal>> {
  const chosen = choosePassword(password, { email, name, isGuessable });
  return chosen.ok ? accept(await hashPassword(chosen.value)) : chosen;
}

/** Keeps another password of somebody, whose links to choose one open nothing after that. */
export async function keepPassword(
  { people, passwordResets }: Tables,
  person: PersonId,
  password: string,
): Promise<Result<{ readonly email: string; readonly name: string }, ChoosePasswordRefusal>> {
  const { email, name } = found(await people.findDetails(person));
  const whose = { email: email ?? '', name };
  const hashed = await hashChosen(password, whose);
  if (!hashed.ok) return hashed;
  await people.savePassword(person, hashed.value);
  await passwordResets.remove(person);
  return accept(whose);
}
