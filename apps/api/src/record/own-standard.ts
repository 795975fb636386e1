import type { ProgramView } from '@journeybook/database';
import type { CompetencyCode, Minutes, Standard, Total } from '@journeybook/domain';
import { applyCustomisation, changesFor, signedCodes } from '@journeybook/domain';

/**
 * The program as an apprentice has it: with what their employers made their own in this version, and what is signed left as it is. A skill
 * to `keep` is left too, for whoever has just acted on one that is set aside.
 */
export function ownStandard(
  program: Standard,
  { customChanges, totals }: Pick<ProgramView, 'customChanges'> & { readonly totals: readonly Total[] },
  keep: readonly CompetencyCode[] = [],
): Standard {
  const changes = customChanges.filter((one) => one.standard === program.id);
  if (changes.length === 0) return program;
  const signed = signedCodes([...totals, ...keep.map(attested)]);
  return applyCustomisation(program, changesFor(changes, signed), signed);
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
