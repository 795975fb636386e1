import type { Tables } from '@journeybook/database';
import type { PersonId } from '@journeybook/domain';
import { hasSecondFactor } from '@journeybook/domain';
import { makeRecoveryCodes } from './recovery-code.js';
import type { WriteLetter } from './second-factor-letters.js';
import { turnedOnLetter } from './second-factor-letters.js';

/** What comes with a second factor that was just added. */
export interface AddedSecondFactor {
  /** Told once; null when those before still hold. */
  readonly recoveryCodes: readonly string[] | null;
  readonly letter: WriteLetter;
}

/** Makes ten new recovery codes of somebody; those before let nobody in any more. */
export async function renewRecoveryCodes({ secondFactors }: Tables, person: PersonId): Promise<readonly string[]> {
  const { codes, salt, hashes } = await makeRecoveryCodes();
  await secondFactors.replaceRecoveryCodes(person, salt, hashes);
  return codes;
}

/**
 * Adds a second factor by `add`. With the first one come recovery codes, and every other session ends: they were opened with a
 * password alone.
 */
export async function addSecondFactor(
  tables: Tables,
  { person, session }: { readonly person: PersonId; readonly session: Buffer },
  { add, letter }: { readonly add: () => Promise<void>; readonly letter: WriteLetter },
): Promise<AddedSecondFactor> {
  const isFirst = !hasSecondFactor(await tables.secondFactors.find(person));
  await add();
  if (!isFirst) return { recoveryCodes: null, letter };
  await tables.sessions.endOthers(person, session);
  return { recoveryCodes: await renewRecoveryCodes(tables, person), letter: turnedOnLetter };
}
