import type { MoveProposal } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { ApprenticeshipId, StandardId } from '@journeybook/domain';
import { itemsOf, mayBeHistory, mayMove, proposeMapping, standardAfter } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { findAgreement } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { orRefuse } from '../http/refused.js';
import { moveFacts } from './move-facts.js';

@Injectable()
export class ProposeMove {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A mapping to start from, with what has to go somewhere, and everything it may go to. */
  async propose(by: KnownPerson, id: ApprenticeshipId, target: StandardId): Promise<MoveProposal> {
    const { read } = this.database;
    const agreement = await findAgreement(read, by, { id, today: this.clock.today() });
    const facts = await moveFacts(read, agreement, target);
    orRefuse(mayMove(asActor(by), facts));
    const { from, totals, waiting } = facts;
    const to = standardAfter(facts, []);
    const bound = new Set([
      ...totals.map((one) => `${one.subject} ${one.code}`),
      ...waiting.map((code) => `work-process ${code}`),
    ]);
    const titles = new Map(itemsOf(from).map((one) => [`${one.subject} ${one.code}`, one.title]));
    return {
      from: { id: from.id, version: from.version },
      to: { id: to.id, version: to.version },
      mapping: proposeMapping(from, to).map((one) => {
        const key = `${one.subject} ${one.from}`;
        return {
          ...one,
          title: titles.get(key) ?? one.from,
          signed: bound.has(key),
          mayBeHistory: mayBeHistory(facts, one),
        };
      }),
      targets: [...itemsOf(to)],
    };
  }
}
