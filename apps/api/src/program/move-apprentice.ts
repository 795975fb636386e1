import type { KnownPerson, Tables } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type {
  Apprenticeship,
  ApprenticeshipId,
  Move,
  RecordEntryId,
  StandardChanged,
  StandardId,
} from '@journeybook/domain';
import { beginReview, carryItems, carryRequests, moveApprentice } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { lockAgreement } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { orRefuse } from '../http/refused.js';
import { moveFacts } from './move-facts.js';

@Injectable()
export class MoveApprentice {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Binds an apprentice to another version: the agreement, the record and every request that waits go over together. */
  async move(by: KnownPerson, id: ApprenticeshipId, { to, ...move }: Move & { to: StandardId }): Promise<void> {
    await this.database.transaction(async (tables) => {
      const [today, now] = [this.clock.today(), this.clock.now()];
      const agreement = await lockAgreement(tables, by, { id, today });
      const facts = { ...(await moveFacts(tables, agreement, to)), today, now, recordEntry: newId<RecordEntryId>() };
      const { apprenticeship, change } = orRefuse(moveApprentice(asActor(by), move, facts));
      await carryWaiting(tables, change);
      await tables.record.append(apprenticeship.sponsor, id, [change]);
      await tables.apprenticeships.save(apprenticeship);
      await beginReviewAnew(tables, apprenticeship);
    });
  }
}

/** What waits for an answer is asked under the codes of the version gone over to. */
async function carryWaiting(
  { signOffRequests, standingRequests }: Tables,
  { apprenticeship, mapping, answeredBy: by, recordedAt: at }: StandardChanged,
): Promise<void> {
  await signOffRequests.renameAnswered(apprenticeship, mapping);
  await signOffRequests.carry(carryRequests(await signOffRequests.lockOpen(apprenticeship), mapping), { by, at });
  for (const { id, items } of await standingRequests.lockWaiting(apprenticeship))
    await standingRequests.saveItems(id, carryItems(items, mapping));
}

/** What was said of a requirement under one version says nothing of one under another, whatever its code. */
async function beginReviewAnew({ completionReviews }: Tables, { id, sponsor }: Apprenticeship): Promise<void> {
  const { version, items } = await completionReviews.find(id);
  if (items.length > 0) await completionReviews.save(sponsor, { ...beginReview(id), version: version + 1 });
}
