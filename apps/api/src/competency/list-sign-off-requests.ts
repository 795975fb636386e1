import type { MergedRecord, SignOffRequestView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { SignOffRequest } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { ReadRecord } from '../record/read-record.js';

@Injectable()
export class ListSignOffRequests {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly readRecord: ReadRecord,
  ) {}

  /** What apprentices ask this mentor to look at, the oldest first; each record is read once, however much is asked in it. */
  async list(mentor: KnownPerson): Promise<SignOffRequestView[]> {
    const waiting = await this.database.read.signOffRequests.listWaiting(mentor.id, this.clock.today());
    const ids = [...new Set(waiting.map((request) => request.apprenticeship))];
    const records = new Map(
      await Promise.all(ids.map(async (id) => [id, await this.readRecord.read(mentor, id)] as const)),
    );
    return waiting.flatMap((request) => present(request, records.get(request.apprenticeship)));
  }
}

/** The request beside its skill; nothing when the skill has gone since the request was read. */
function present(request: SignOffRequest, record: MergedRecord | undefined): SignOffRequestView[] {
  for (const { code, title, competencies } of record?.processes ?? []) {
    const competency = competencies.find((one) => one.code === request.competency);
    if (!record || !competency) continue;
    const { id, apprenticeship, note, requestedAt } = request;
    const { apprentice, levels } = record;
    return [{ id, apprenticeship, apprentice, competency, workProcess: { code, title }, note, requestedAt, levels }];
  }
  return [];
}
