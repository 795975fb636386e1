import type { Tables } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { RecordEntryId, RtiHoursCredited, SectionId } from '@journeybook/domain';
import { mayAddEntries, scoreAfterReversal, undoConfirmation } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { orRefuse, Refused } from '../http/refused.js';
import { sponsorIn } from './credit-completions.js';
import type { WantedScore } from './push-scores.js';
import { PushScores } from './push-scores.js';
import type { Teacher } from './teacher.js';

@Injectable()
export class UndoCompletions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scores: PushScores,
  ) {}

  /**
   * Takes back what an instructor confirmed in this section within the last minute, all of it or nothing: a reversal beside each
   * credit, and after each score one that restores what was in the gradebook. `changed-since-shown` when one no longer stands,
   * `record-closed` when the agreement ended meanwhile.
   */
  async undo(teacher: Teacher, ids: readonly RecordEntryId[]): Promise<void> {
    const entries = [...new Set(ids)];
    await this.database.transaction(async (tables) => {
      const at = this.clock.now();
      const by = await teacher.person(tables, at);
      const credits = (await tables.record.findAll(entries)).filter(
        (entry): entry is RtiHoursCredited => entry.kind === 'rti-hours-credited' && entry.section === teacher.section,
      );
      if (credits.length !== entries.length) throw new Refused({ kind: 'not-found' });
      const agreements = await tables.agreements.lockAll(credits.map(({ apprenticeship }) => apprenticeship));
      for (const { apprenticeship } of agreements.values()) orRefuse(mayAddEntries(apprenticeship));
      if ((await tables.record.reversedAmong(entries)).size > 0) throw new Refused({ kind: 'changed-since-shown' });
      const today = this.clock.today();
      const reversals = credits.map((credit) => {
        const { reversal } = orRefuse(undoConfirmation(credit, { by, at, today, recordEntry: newId() }));
        return { sponsor: sponsorIn(agreements, credit.apprenticeship), entry: reversal };
      });
      await tables.record.appendAll(reversals);
      const section = await tables.sections.get(teacher.section);
      await this.scores.push(tables, section, await scoresAfter(tables, section.id, credits));
    });
  }
}

/** What the gradebook is to say now: what it said before the confirmation. */
async function scoresAfter(
  tables: Tables,
  section: SectionId,
  credits: readonly RtiHoursCredited[],
): Promise<readonly WantedScore[]> {
  const identities = await tables.learners.identitiesIn(
    section,
    credits.map(({ apprenticeship }) => apprenticeship),
  );
  const asked = credits.flatMap(({ apprenticeship, recordedAt }) => {
    const identity = identities.get(apprenticeship);
    return identity ? [{ identity, at: recordedAt }] : [];
  });
  const before = await tables.learners.gradesBefore(section, asked);
  const written = await tables.scores.latestOf(
    section,
    asked.map(({ identity }) => identity),
  );
  return asked.flatMap(({ identity }) => {
    const after = scoreAfterReversal(written.get(identity) ?? null, before.get(identity) ?? null);
    return after
      ? [{ identity, percent: after.percent, graded: true, restores: true, comment: 'The confirmation was taken back' }]
      : [];
  });
}
