import type { endpoints } from '@journeybook/contracts';
import type { Agreement, KnownPerson, Tables } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { CalendarDate } from '@journeybook/domain';
import { mayBeDue, mayGiveWages, termsOf } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Clock } from '../clock.js';
import { asActor, organizationsWith } from '../http/actor.js';
import { found } from '../http/refused.js';
import { presentWages } from './present-wages.js';

type Due = z.output<typeof endpoints.listWagesDue.reply>['due'][number];

@Injectable()
export class ListWagesDue {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Steps due and overdue of every apprentice in training whose wages this person records: overdue first, then the longest due. The
   * number of statements does not grow with the apprentices, and only the records in which a step may be due are read as a whole.
   */
  async list(by: KnownPerson): Promise<Due[]> {
    const tables = this.database.read;
    const [today, reader] = [this.clock.today(), asActor(by)];
    const training = await tables.apprenticeships.listTraining({
      employers: organizationsWith(reader, 'employer-admin'),
      sponsors: organizationsWith(reader, 'sponsor-admin'),
    });
    const answeredFor = [...(await tables.agreements.completeAll(training)).values()].filter(
      (one) => mayGiveWages(reader, one).ok,
    );
    const inQuestion = await whereDue(tables, answeredFor, today);
    const records = await tables.records.list(inQuestion.map((one) => one.apprenticeship.id));
    const people = await tables.people.namesOf(inQuestion.map((one) => one.apprenticeship.apprentice));
    const employers = await tables.people.organizationsOf(inQuestion.map((one) => one.apprenticeship.employer));
    const due = inQuestion.flatMap((agreement): Due[] => {
      const { id, apprentice, employer } = agreement.apprenticeship;
      const { steps } = presentWages(agreement, { entries: records.get(id) ?? [], today, reader });
      const names = { apprentice: found(people.get(apprentice)), employer: found(employers.get(employer)) };
      return steps
        .filter(({ state }) => state === 'due' || state === 'overdue')
        .map((step) => ({ apprenticeship: id, ...names, step }));
    });
    return due.sort(overdueFirst);
  }
}

/** The agreements whose totals say that a step may be due. */
async function whereDue(
  tables: Tables,
  agreements: readonly Agreement[],
  today: CalendarDate,
): Promise<readonly Agreement[]> {
  const ids = agreements.map((one) => one.apprenticeship.id);
  const entries = await tables.records.listStanding(ids, ['wage-step-given', 'standard-changed']);
  return agreements.filter(({ apprenticeship, standard, totals }) => {
    const { wages } = termsOf(standard);
    const own = entries.get(apprenticeship.id) ?? [];
    const given = own.filter((one) => one.kind === 'wage-step-given');
    const moves = own.filter((one) => one.kind === 'standard-changed');
    const { beganOn } = apprenticeship;
    return wages !== null && mayBeDue(wages, { standard, beganOn, today, totals, given, moves });
  });
}

const orderOf = ({ step, apprentice }: Due): readonly string[] => [
  step.state === 'overdue' ? '0' : '1',
  step.reachedOn ?? '',
  apprentice.name,
  String(step.step.step).padStart(3, '0'),
];

function overdueFirst(left: Due, right: Due): number {
  const [one, other] = [orderOf(left), orderOf(right)];
  const differs = one.findIndex((part, nth) => part !== other[nth]);
  return differs < 0 ? 0 : (one[differs] ?? '') < (other[differs] ?? '') ? -1 : 1;
}
