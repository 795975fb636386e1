import type { OwnHoursEntry } from '@journeybook/contracts';
import { Database } from '@journeybook/database';
import type { ApprenticeshipId, CompetencyCode, PersonId, WorkProcessCode } from '@journeybook/domain';
import { currentCode } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { found, Refused } from '../http/refused.js';

@Injectable()
export class ListOwnHours {
  constructor(private readonly database: Database) {}

  /** The apprentice's entries, each with what its process and skills are called in the version of today; `not-their-record`. */
  async list(by: PersonId, apprenticeship: ApprenticeshipId): Promise<OwnHoursEntry[]> {
    const { apprenticeships, hours, record } = this.database.read;
    const own = found(await apprenticeships.find(apprenticeship), { kind: 'not-their-record' });
    if (own.apprentice !== by) throw new Refused({ kind: 'not-their-record' });
    const moves = await record.listAgreement(apprenticeship, ['standard-changed']);
    const entries = await hours.listOf(apprenticeship);
    return entries.map(({ standard, ...entry }) => {
      const today = (subject: 'work-process' | 'competency', code: string) =>
        currentCode(moves, { standard, subject, code });
      return {
        ...entry,
        today: {
          workProcess: today('work-process', entry.workProcess.code) as WorkProcessCode | null,
          practised: entry.practised.flatMap((code) => (today('competency', code) as CompetencyCode | null) ?? []),
        },
      };
    });
  }
}
