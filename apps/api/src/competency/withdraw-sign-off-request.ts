import { Database } from '@journeybook/database';
import type { PersonId, SignOffRequestId } from '@journeybook/domain';
import { withdrawSignOffRequest } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { found, orRefuse } from '../http/refused.js';

@Injectable()
export class WithdrawSignOffRequest {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Takes a request back; one that does not exist is refused in the words for somebody else's. */
  async withdraw(by: PersonId, id: SignOffRequestId): Promise<void> {
    await this.database.transaction(async ({ apprenticeships, signOffRequests }) => {
      const there = found(await signOffRequests.find(id), { kind: 'not-their-record' });
      const agreement = found(await apprenticeships.lock(there.apprenticeship));
      const request = found(await signOffRequests.lock(id));
      const { state } = orRefuse(withdrawSignOffRequest(by, request, agreement));
      await signOffRequests.answer(id, { state, feedback: null, by, at: this.clock.now() });
    });
  }
}
