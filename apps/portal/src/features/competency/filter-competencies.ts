import type { CompetencyView, MergedRecord } from '@journeybook/contracts';

export const filters = { all: 'All', open: 'Open', signed: 'Signed' } as const;
export type Filter = keyof typeof filters;

export interface JobBookSection {
  readonly process: MergedRecord['processes'][number];
  readonly shown: readonly CompetencyView[];
}

/** The Job Book by work process, with only what the filter shows; `kept` stays in sight whatever it became. */
export function filterCompetencies(
  processes: MergedRecord['processes'],
  filter: Filter,
  kept: ReadonlySet<string> = new Set(),
): readonly JobBookSection[] {
  const shows = (one: CompetencyView) =>
    filter === 'all' || kept.has(one.code) || one.signedOff === (filter === 'signed');
  return processes
    .map((process) => ({ process, shown: process.competencies.filter(shows) }))
    .filter(({ shown }) => shown.length > 0);
}

/** The code of the first section that shows something unsigned, else of the first at all; nothing when there is none. */
export function firstOpen(sections: readonly JobBookSection[]): ReadonlySet<string> {
  const first = sections.find(({ shown }) => shown.some((one) => !one.signedOff)) ?? sections[0];
  return new Set(first ? [first.process.code] : []);
}
