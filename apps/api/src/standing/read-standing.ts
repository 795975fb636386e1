import type { StandingView } from '@journeybook/contracts';
import type { Agreement, KnownPerson, Tables } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { Apprenticeship, ApprenticeshipId, RecordEntry, StandingItem, StandingRequest } from '@journeybook/domain';
import {
  evidenceDueOn,
  grantedOnTheJob,
  holidaysFrom,
  isClosed,
  mayRequestStanding,
  takePart,
  probation,
  proposeStanding,
  standingCap,
  termsOf,
} from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { findAgreement } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { presentRequests } from './present-request.js';

@Injectable()
export class ReadStanding {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Every request of an agreement, the newest first, what the policy lets be granted, and what an earlier record proposes. */
  async read(by: KnownPerson, id: ApprenticeshipId): Promise<StandingView> {
    const tables = this.database.read;
    const agreement = await findAgreement(tables, by, { id, today: this.clock.today() });
    const kept = await tables.standingRequests.listOf(id);
    const actor = asActor(by);
    const may = { request: mayRequestStanding(actor, agreement.apprenticeship).ok };
    return {
      requests: await presentRequests(tables, kept, actor),
      policy: policyOf(agreement, await tables.record.list(id)),
      proposed: may.request ? [...(await this.propose(tables, agreement, { by, requests: kept }))] : [],
      may,
    };
  }

  /**
   * From the newest earlier agreement of the same person in the same occupation that has ended, where the reader may open its record:
   * what one employer holds is not shown to the next. Only with the same sponsor: the codes of another one's program are its own.
   */
  private async propose(
    tables: Tables,
    { apprenticeship, standard, totals }: Agreement,
    { by, requests }: { by: KnownPerson; requests: readonly { readonly request: StandingRequest }[] },
  ): Promise<readonly StandingItem[]> {
    const own = await tables.apprenticeships.listOf(apprenticeship.apprentice);
    const ended = own.filter((one) => isEarlier(one, apprenticeship));
    const programs = await Promise.all(ended.map((one) => tables.standards.get(one.standard)));
    const earlier = ended.find((_, nth) => programs[nth]?.occupation.rapidsCode === standard.occupation.rapidsCode);
    if (!earlier) return [];
    const mentorships = await tables.apprenticeships.mentorshipsOf([earlier.id]);
    const today = this.clock.today();
    if (!takePart(asActor(by), { apprenticeship: earlier, mentorships, today }).ok) return [];
    const waiting = requests.flatMap(({ request }) => (request.state === 'requested' ? request.items : []));
    return proposeStanding(standard, { earlier: await tables.record.totals(earlier.id), totals, waiting });
  }
}

const isEarlier = (one: Apprenticeship, than: Apprenticeship): boolean =>
  one.id !== than.id && one.sponsor === than.sponsor && one.beganOn <= than.beganOn && isClosed(one.status);

/** The agency's rules for this apprentice, in numbers. */
function policyOf(
  { apprenticeship, standard, totals }: Agreement,
  entries: readonly RecordEntry[],
): StandingView['policy'] {
  const policy = termsOf(standard).agency.standing;
  const { beganOn } = apprenticeship;
  const registered = entries.find((entry) => entry.kind === 'status-changed' && entry.status === 'registered');
  return {
    id: policy.id,
    capMinutes: standingCap(standard, policy),
    grantedMinutes: grantedOnTheJob(totals),
    percentOfYouthHours: policy.percentOfYouthHours,
    decideBy: policy.decideBy === 'probation-end' ? probation(standard, { beganOn, entries }).endsOn : null,
    evidenceDueOn: registered
      ? evidenceDueOn(registered.occurredOn, policy, holidaysFrom(registered.occurredOn))
      : null,
  };
}
