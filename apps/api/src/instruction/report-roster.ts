import type { reportResultsBody, reportRosterBody, syncFailureBody } from '@journeybook/contracts';
import { Database } from '@journeybook/database';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { found } from '../http/refused.js';

@Injectable()
export class ReportRoster {
  constructor(private readonly database: Database) {}

  /** Takes over a complete reading of who is in a course: whoever is missing has left it. Answers whether it is mapped. */
  async roster({
    contextId,
    registrationId,
    readAt,
    ...read
  }: z.output<typeof reportRosterBody>): Promise<{ mapped: boolean }> {
    // Pages of a roster overlap when somebody joins between them: whoever stands in it twice is one.
    const members = [...new Map(read.members.map((member) => [member.subject, member])).values()];
    return this.database.transaction(async ({ sections, roster }) => {
      const section = found(await sections.findByContext(contextId));
      const identities = await roster.upsertIdentities(section.college.id, registrationId, { members, at: readAt });
      const present = members.map(({ subject, role }) => ({ identity: found(identities.get(subject)), role }));
      await roster.seen(section.id, present, readAt);
      await roster.othersLeft(
        section.id,
        present.map(({ identity }) => identity),
        readAt,
      );
      await sections.rosterRead(section.id, readAt);
      return { mapped: section.mapping !== null };
    });
  }

  /** Keeps the grades in our column as evidence. They credit nothing by themselves. */
  async results({ contextId, readAt, results }: z.output<typeof reportResultsBody>): Promise<void> {
    await this.database.transaction(async ({ sections, roster }) => {
      const section = found(await sections.findByContext(contextId));
      await roster.addResults(section.id, results, readAt);
    });
  }

  async failure({ contextId, job, message }: z.output<typeof syncFailureBody>): Promise<void> {
    await this.database.transaction(async ({ sections }) => {
      const section = found(await sections.findByContext(contextId));
      if (job === 'roster' || section.roster.state === 'reading') await sections.rosterFailed(section.id, message);
    });
  }
}
