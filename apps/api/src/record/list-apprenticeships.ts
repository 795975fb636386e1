import type { ApprenticeshipSummary } from '@journeybook/contracts';
import type { KnownPerson, Summary } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { Standard, StandardId } from '@journeybook/domain';
import { progress, sumMinutes } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';

@Injectable()
export class ListApprenticeships {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Every apprenticeship whose record the person may open today. */
  async list(person: KnownPerson): Promise<ApprenticeshipSummary[]> {
    const { recordViews, standards } = this.database.read;
    const rows = await recordViews.listReadable(asActor(person), this.clock.today());
    return Promise.all(rows.map(async (row) => summary(row, await standards.get(row.standard as StandardId))));
  }
}

function summary(row: Summary, standard: Standard): ApprenticeshipSummary {
  const { ojt, rti, competencies } = progress(standard, row.totals, new Map());
  const { id, apprentice, employer, sponsor, status, beganOn, lastWorkedOn, pendingMinutes } = row;
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
    lastWorkedOn,
  } as ApprenticeshipSummary;
}
