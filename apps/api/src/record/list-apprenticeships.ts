import type { ApprenticeshipSummary } from '@journeybook/contracts';
import type { KnownPerson, Summary } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { Standard, StandardId } from '@journeybook/domain';
import { progress, sumMinutes } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { ownStandard } from './own-standard.js';
import { presentPace } from './present-pace.js';

@Injectable()
export class ListApprenticeships {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Every apprenticeship whose record the person may open today. */
  async list(person: KnownPerson): Promise<ApprenticeshipSummary[]> {
    const { recordViews, standards } = this.database.read;
    const today = this.clock.today();
    const rows = await recordViews.listReadable(asActor(person), today);
    return Promise.all(
      rows.map(async (row) =>
        summary(row, ownStandard(await standards.get(row.standard as StandardId), row), this.clock),
      ),
    );
  }
}

function summary(row: Summary, standard: Standard, clock: Clock): ApprenticeshipSummary {
  const now = progress(standard, row.totals, new Map());
  const { ojt, rti, competencies } = now;
  const { id, apprentice, employer, sponsor, status, beganOn, pendingMinutes } = row;
  return {
    id,
    apprentice,
    occupation: standard.occupation.title,
    employer,
    sponsor,
    status,
    beganOn,
    requiredMinutes: sumMinutes([ojt.requiredMinutes, rti.requiredMinutes]),
    creditedMinutes: sumMinutes([ojt.creditedMinutes, rti.creditedMinutes]),
    pendingMinutes,
    competencies,
    lastWorkedOn: row.paceFacts.lastWorkedOn,
    pace: presentPace(row, standard, {
      progress: now,
      today: clock.today(),
      dateOf: (at) => clock.dateOf(at),
    }),
  } as ApprenticeshipSummary;
}
