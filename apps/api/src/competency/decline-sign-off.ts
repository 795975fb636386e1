import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { SignOffRequestId } from '@journeybook/domain';
import { declineSignOff } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { lockAgreement } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { found, orRefuse } from '../http/refused.js';

@Injectable()
export class DeclineSignOff {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Answers a request with what is missing; one that does not exist is refused in the words for a record that is not theirs. */
  async decline(by: KnownPerson, id: SignOffRequestId, feedback: string): Promise<void> {
    await this.database.transaction(async (tables) => {
      const { signOffRequests } = tables;
      const today = this.clock.today();
      const there = found(await signOffRequests.find(id), { kind: 'not-their-record' });
      const agreement = await lockAgreement(tables, by, { id: there.apprenticeship, today });
      const request = found(await signOffRequests.lock(id));
      const declined = orRefuse(declineSignOff(by.id, { request, feedback }, { ...agreement, today }));
      await signOffRequests.answer(id, {
        state: declined.state,
        feedback: declined.feedback,
        by: by.id,
        at: this.clock.now(),
      });
    });
  }
}
