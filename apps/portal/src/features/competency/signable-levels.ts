import type { CompetencyView, MergedRecord } from '@journeybook/contracts';

/** The levels at which a competency may be signed now: from the required one up, above what is signed already. */
export const signableLevels = (
  levels: MergedRecord['levels'],
  { requiredLevel, attestation }: Pick<CompetencyView, 'requiredLevel' | 'attestation'>,
): MergedRecord['levels'] =>
  levels
    .filter(({ level }) => level >= requiredLevel && level > (attestation?.level ?? -1))
    .toSorted((a, b) => a.level - b.level);
