import type { Agreement, Tables } from '@journeybook/database';
import type { MoveFacts, Standard, StandardId, StandardStatus, WorkProcessCode } from '@journeybook/domain';
import { currentCode } from '@journeybook/domain';
import { found } from '../http/refused.js';

/** What the rules of moving ask about an agreement and the version it is to go over to. */
export type MoveQuestion = Omit<MoveFacts, 'today' | 'now' | 'recordEntry'>;

/** The facts of a move; `not-found` for a version that is none of the agreement's sponsor. */
export async function moveFacts(
  tables: Tables,
  { apprenticeship, standard: from, totals }: Agreement,
  to: StandardId,
): Promise<MoveQuestion> {
  const changes = await tables.record.listAgreement(apprenticeship.id, ['standard-changed']);
  const waiting = await tables.hours.listWaitingProcesses(apprenticeship.id);
  const target = found(await findTarget(tables, apprenticeship.sponsor, to));
  return {
    apprenticeship,
    from,
    fromChanges: await tables.customisations.listForMove(apprenticeship.id, from.id),
    ...target,
    toChanges: await tables.customisations.listForMove(apprenticeship.id, to),
    totals,
    waiting: waiting
      .map(({ standard, workProcess }) =>
        currentCode(changes, { standard, subject: 'work-process', code: workProcess }),
      )
      .filter((code) => code !== null) as WorkProcessCode[],
    earlier: changes.flatMap((one) => [one.standard, one.to]),
  };
}

async function findTarget(
  tables: Tables,
  sponsor: MoveFacts['apprenticeship']['sponsor'],
  id: StandardId,
): Promise<{ to: Standard; toStatus: StandardStatus } | null> {
  const published = await tables.standards.find(id);
  if (published?.sponsor === sponsor) return { to: published.standard, toStatus: 'published' };
  const draft = await tables.drafts.find(id);
  return draft?.version.sponsor === sponsor ? { to: draft.version.standard, toStatus: 'draft' } : null;
}
