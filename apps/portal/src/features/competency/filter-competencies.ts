import type { CompetencyView, MergedRecord } from '@journeybook/contracts';

export const filters = { all: 'All', open: 'Open', asked: 'Asked', signed: 'Signed' } as const;
export type Filter = keyof typeof filters;

const shows = {
  all: () => true,
  open: (one) => !one.signedOff,
  asked: isAsked,
  signed: (one) => one.signedOff,
} as const satisfies Record<Filter, (one: CompetencyView) => boolean>;

/** Whether a sign-off was asked for and waits, or was declined and nobody has signed since. */
function isAsked({ requested, declined }: CompetencyView): boolean {
  return requested !== null || declined !== null;
}

/** The filters that are offered: what was asked for only where anything was. */
export const filtersFor = (processes: MergedRecord['processes']): readonly Filter[] =>
  (Object.keys(filters) as Filter[]).filter(
    (one) => one !== 'asked' || processes.some((process) => process.competencies.some(isAsked)),
  );

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
  const isShown = (one: CompetencyView) => kept.has(one.code) || shows[filter](one);
  return processes
    .map((process) => ({ process, shown: process.competencies.filter(isShown) }))
    .filter(({ shown }) => shown.length > 0);
}

/** The code of the first section that shows something unsigned, else of the first at all; nothing when there is none. */
export function firstOpen(sections: readonly JobBookSection[]): ReadonlySet<string> {
  const first = sections.find(({ shown }) => shown.some((one) => !one.signedOff)) ?? sections[0];
  return new Set(first ? [first.process.code] : []);
}
