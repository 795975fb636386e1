import type { StandardSummary } from '@journeybook/contracts';

export interface ProgramGroup {
  readonly key: string;
  readonly occupation: StandardSummary['occupation'];
  readonly sponsor: StandardSummary['sponsor'];
  /** Drafts first; of each kind what was published or changed last. */
  readonly versions: readonly StandardSummary[];
}

/** Versions by sponsor and occupation, the occupations in the order of their titles. Told apart by RAPIDS code, never by title. */
export function groupStandards(standards: readonly StandardSummary[]): readonly ProgramGroup[] {
  const groups = new Map<string, StandardSummary[]>();
  for (const one of standards) {
    const key = `${one.sponsor.id} ${one.occupation.rapidsCode}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups]
    .map(([key, versions]) => {
      const sorted = versions.toSorted((a, b) => a.status.localeCompare(b.status) || (a.at < b.at ? 1 : -1));
      const { occupation, sponsor } = sorted[0] as StandardSummary;
      return { key, occupation, sponsor, versions: sorted };
    })
    .toSorted((a, b) => a.occupation.title.localeCompare(b.occupation.title, 'en'));
}
