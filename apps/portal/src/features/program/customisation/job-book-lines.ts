import type { CustomisationView, StandardContents } from '@journeybook/contracts';

type Competency = StandardContents['competencies'][number];

export interface JobBookLine {
  readonly competency: Competency;
  /** How the program words it; null when the employer left the words or added it itself. */
  readonly before: string | null;
  readonly added: boolean;
}

export interface SetAside {
  readonly code: string;
  readonly title: string;
  readonly reason: string;
}

export interface JobBookPart {
  readonly process: StandardContents['workProcesses'][number];
  readonly lines: readonly JobBookLine[];
  readonly setAside: readonly SetAside[];
}

/** The Job Book as the employer has it, by work process, with what it made of the program's own. */
export function jobBookParts(
  { contents, changes }: Pick<CustomisationView, 'contents' | 'changes'>,
  program: StandardContents,
): readonly JobBookPart[] {
  const made = changes.map(({ change }) => change);
  const added = made.flatMap((one) => (one.kind === 'competency-added' ? [one.competency] : []));
  const original = new Map(program.competencies.map((one) => [one.code, one.title]));
  const known = [...program.competencies, ...added];
  const aside = made.flatMap((one) => {
    if (one.kind !== 'competency-set-aside') return [];
    const found = known.find(({ code }) => code === one.competency);
    return found ? [{ code: found.code, title: found.title, reason: one.reason, process: found.workProcess }] : [];
  });
  return contents.workProcesses.map((process) => ({
    process,
    lines: contents.competencies
      .filter((one) => one.workProcess === process.code)
      .map((competency) => {
        const before = original.get(competency.code);
        return {
          competency,
          before: before !== undefined && before !== competency.title ? before : null,
          added: before === undefined,
        };
      }),
    setAside: aside.filter((one) => one.process === process.code),
  }));
}
