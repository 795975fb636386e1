import { actAs, Database } from '@journeybook/database';
import { HttpStatus, Injectable, Logger } from '@nestjs/common';
import { Attempts } from '../access/attempts.js';
import { actingFor } from './acting.interceptor.js';
import type { ActingRequest } from './actor.js';
import { refusalStatus } from './refusal-status.js';
import type { RefusalKind } from './refusals.js';

/** Refusals on file for one caller: whoever tries doors without end fills no table. */
const noted = [{ most: 60, minutes: 1 }];

/** Puts on file that somebody known was not let through. */
@Injectable()
export class NoteRefusal {
  private readonly log = new Logger(NoteRefusal.name);

  constructor(
    private readonly database: Database,
    private readonly attempts: Attempts,
  ) {}

  /** Never throws: an answer is given whether or not it can be put on file. */
  async note(request: ActingRequest, refusal: RefusalKind): Promise<void> {
    if (!isPermission(refusal) || !request.actor) return;
    const act = request.acting ?? actingFor(request, { admission: undefined, endpoint: undefined });
    const who = act.caller.kind === 'person' ? act.caller.person : act.caller.kind;
    try {
      const taken = await this.attempts.take([{ what: `refusals of ${who}`, limits: noted }]);
      if (!taken.ok) return;
      await actAs(act, () => this.database.read.audit.note({ kind: 'refused', details: { refusal } }));
    } catch (error) {
      this.log.error(`A refusal was not put on file: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

/** What is refused because of who asks; what is not theirs is answered as if it were not there. */
const isPermission = (refusal: RefusalKind): boolean =>
  refusalStatus[refusal] === HttpStatus.FORBIDDEN || refusal.startsWith('not-their-');
