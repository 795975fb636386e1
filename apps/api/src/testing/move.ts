import type { Client, MoveProposal, StandardContents } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import type { ApprenticeshipId, Standard, StandardId } from '@journeybook/domain';
import { courseCode, processCode } from '@journeybook/domain/testing';
import { imtContents } from './program.js';

type Mapped = MoveProposal['mapping'][number];
export type Mapping = readonly Pick<Mapped, 'subject' | 'from' | 'to' | 'asHistory'>[];

/** What the newer version calls the items of the older one; WP03 and WP04 change places. */
const renamed: Readonly<Record<string, string>> = {
  WP01: 'P01',
  WP03: 'WP04',
  WP04: 'WP03',
  RTI03: 'N03',
  'WP01.01': 'P01.01',
  'WP03.01': 'WP04.01',
  'WP04.01': 'WP03.01',
};
const next = <Code extends string>(code: Code): Code => (renamed[code] ?? code) as Code;

/** The IMT again with other codes and titles, and without WP02.01: the next version. */
export function nextContents(overrides: Partial<Standard> = {}): StandardContents {
  const { workProcesses, competencies, courses } = imtContents();
  return imtContents({
    workProcesses: workProcesses.map((one) => ({ ...one, code: next(one.code), title: `New ${one.title}` })),
    courses: courses.map((one) => ({ ...one, code: next(one.code) })),
    competencies: competencies
      .filter((one) => one.code !== 'WP02.01')
      .map((one) => ({ ...one, code: next(one.code), workProcess: next(one.workProcess) })),
    ...overrides,
  });
}

/** The mapping from the IMT to `nextContents`, with other targets where they are given. */
export function nextMapping(targets: Readonly<Record<string, string | null>> = {}): Mapping {
  const { workProcesses, competencies, courses } = imtContents();
  const to = (code: string) => (code in targets ? (targets[code] ?? null) : code === 'WP02.01' ? null : next(code));
  const of = (subject: Mapped['subject'], items: readonly { readonly code: string }[]) =>
    items.map(({ code }) => ({ subject, from: code, to: to(code) }));
  return [...of('work-process', workProcesses), ...of('course', courses), ...of('competency', competencies)];
}

export const propose = (call: Client, apprenticeship: ApprenticeshipId, to: StandardId) =>
  call(endpoints.proposeMove, { params: { apprenticeship }, query: { to } });

/** Moves an apprentice of the IMT to a version of `nextContents`. */
export const move = (
  call: Client,
  apprenticeship: ApprenticeshipId,
  {
    to,
    mapping = nextMapping(),
    reason = 'The committee adopted it',
  }: { to: StandardId; mapping?: Mapping; reason?: string },
) => call(endpoints.moveApprentice, { params: { apprenticeship }, body: { to, mapping: [...mapping], reason } });

export const [p01, n03] = [processCode('P01'), courseCode('N03')];
