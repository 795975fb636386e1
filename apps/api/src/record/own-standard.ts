import type { ProgramView } from '@journeybook/database';
import type { CompetencyCode, Minutes, Standard, Total } from '@journeybook/domain';
import { applyCustomisation, signedCodes } from '@journeybook/domain';

/**
 * The program as an apprentice has it: with what their employer made its own in this version, and what is signed left as it is. A skill
 * to `keep` is left too, for whoever has just acted on one that is set aside.
 */
export function ownStandard(
  program: Standard,
  { customChanges, totals }: Pick<ProgramView, 'customChanges'> & { readonly totals: readonly Total[] },
  keep: readonly CompetencyCode[] = [],
): Standard {
  const changes = customChanges.flatMap((one) => (one.standard === program.id ? [one.change] : []));
  return changes.length === 0
    ? program
    : applyCustomisation(program, changes, signedCodes([...totals, ...keep.map(attested)]));
}

/** A skill as if it were signed, which keeps it in the Job Book. */
const attested = (code: CompetencyCode): Total => ({
  subject: 'competency',
  code,
  minutes: 0 as Minutes,
  advancedMinutes: 0 as Minutes,
  level: null,
  entries: 1,
});
