import type { StandingRequestView } from '@journeybook/contracts';
import type { Agreement, StandingRequestView as KeptRequest, Tables } from '@journeybook/database';
import type { PersonActor, Standard, StandingItem } from '@journeybook/domain';
import { itemKey, mayDecideStanding, progress, versionAt } from '@journeybook/domain';
import { found } from '../http/refused.js';

/** Requests as their reader sees them, read in a number of statements that does not grow with them. */
export async function presentRequests(
  tables: Tables,
  requests: readonly KeptRequest[],
  reader: PersonActor,
): Promise<StandingRequestView[]> {
  const ids = requests.map(({ request }) => request.apprenticeship);
  const agreements = await tables.agreements.findAll(ids);
  const moves = await tables.records.listStanding(ids, ['standard-changed']);
  return Promise.all(
    requests.map(async (kept) => {
      const { request } = kept;
      const agreement = found(agreements.get(request.apprenticeship));
      // What waits goes along when an apprentice moves; what was decided keeps the codes it was decided under.
      const of = { at: request.state === 'requested' ? null : request.decidedAt, current: agreement.program.id };
      const version =
        of.at === null ? of.current : versionAt(moves.get(request.apprenticeship) ?? [], { ...of, at: of.at });
      return presentRequest(kept, { agreement, version: await tables.standards.get(version), reader });
    }),
  );
}

interface Around {
  readonly agreement: Agreement;
  /** The published version whose codes the items are. */
  readonly version: Standard;
  readonly reader: PersonActor;
}

function presentRequest(kept: KeptRequest, { agreement, version, reader }: Around): StandingRequestView {
  const { request, apprentice, employer, requestedBy, decidedBy } = kept;
  const current = version.id === agreement.program.id;
  const titles = titlesOf(current ? [version, agreement.standard] : [version]);
  const left = current ? leftOf(agreement) : new Map<string, number>();
  const decision = request.state === 'requested' ? null : request;
  const granted = new Map((decision?.granted ?? []).map((item) => [itemKey(item), item]));
  return {
    id: request.id,
    apprenticeship: request.apprenticeship,
    apprentice,
    employer,
    state: request.state,
    items: request.items.map((item) => ({
      item,
      title: titles.get(itemKey(item)) ?? codeOf(item),
      leftMinutes: left.get(itemKey(item)) ?? null,
      granted: granted.get(itemKey(item)) ?? null,
    })),
    reason: request.reason,
    evidence: [...request.evidence],
    youthMinutes: request.youthMinutes,
    requestedBy,
    requestedAt: request.requestedAt,
    decidedBy,
    decidedAt: decision?.decidedAt ?? null,
    decisionReason: decision?.decisionReason ?? null,
    may: { decide: mayDecideStanding(reader, request, agreement.apprenticeship).ok },
  } as StandingRequestView;
}

/** Titles by the key of an item; of two versions of a title the later one holds. */
const titlesOf = (standards: readonly Standard[]): ReadonlyMap<string, string> =>
  new Map(
    standards.flatMap(({ workProcesses, courses, competencies }) => [
      ...workProcesses.map(({ code, title }) => [`work-process ${code}`, title] as const),
      ...courses.map(({ code, title }) => [`course ${code}`, title] as const),
      ...competencies.map(({ code, title }) => [`competency ${code}`, title] as const),
    ]),
  );

function leftOf({ standard, totals }: Agreement): ReadonlyMap<string, number> {
  const { processes, courses } = progress(standard, totals, new Map());
  return new Map([
    ...processes.map((one) => [`work-process ${one.code}`, one.leftMinutes] as const),
    ...courses.map((one) => [`course ${one.code}`, one.leftMinutes] as const),
  ]);
}

function codeOf(item: StandingItem): string {
  switch (item.kind) {
    case 'work-process':
      return item.workProcess;
    case 'course':
      return item.course;
    case 'competency':
      return item.competency;
  }
}
