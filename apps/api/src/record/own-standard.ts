import type { ProgramView } from '@journeybook/database';
import type { Standard, Total } from '@journeybook/domain';
import { applyCustomisation, signedCodes } from '@journeybook/domain';

/** The program as an apprentice has it: with what their employer made its own in this version, and what is signed left as it is. */
export function ownStandard(
  program: Standard,
  { customChanges, totals }: Pick<ProgramView, 'customChanges'> & { readonly totals: readonly Total[] },
): Standard {
  const changes = customChanges.flatMap((one) => (one.standard === program.id ? [one.change] : []));
  return changes.length === 0 ? program : applyCustomisation(program, changes, signedCodes(totals));
}
