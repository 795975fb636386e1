import type { NoticeView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { CalendarDate, Standard, StandardId } from '@journeybook/domain';
import { addDays } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { NotedAgreement } from './present-notice.js';
import { namedIn, presentNotices } from './present-notice.js';

/** How long what was reported is still listed, in days. */
const reportedDays = 90;

@Injectable()
export class ListNotices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * What has to be reported for the sponsors that the person administers: late first, then due, by the last day, then what was reported
   * lately. In so many statements, however many agreements there are.
   */
  async list(person: KnownPerson): Promise<NoticeView[]> {
    const { agencyReports, people } = this.database.read;
    const today = this.clock.today();
    const agreements = await this.agreementsOf(person);
    const reports = await agencyReports.listOf(agreements.map(({ apprenticeship }) => apprenticeship.id));
    const named = namedIn(agreements);
    const names = {
      people: await people.namesOf(named.people),
      organizations: await people.organizationsOf(named.organizations),
    };
    return agreements
      .flatMap((agreement) => presentNotices(agreement, { reports, names, today }))
      .filter((notice) => notice.reportedOn === null || notice.reportedOn >= addDays(today, -reportedDays))
      .toSorted(inTurn);
  }

  private async agreementsOf({ id: person, roles }: KnownPerson): Promise<NotedAgreement[]> {
    const { apprenticeships, record } = this.database.read;
    const sponsors = roles.filter((held) => held.role === 'sponsor-admin').map((held) => held.organization.id);
    const all = await apprenticeships.listOfSponsors(sponsors);
    const others = all.filter((one) => one.apprentice !== person);
    const changes = await record.listOfAgreements(
      others.map((one) => one.id),
      ['status-changed', 'employer-changed'],
    );
    const standards = await this.standards(others.map((one) => one.standard));
    return others.flatMap((apprenticeship) => {
      const program = standards.get(apprenticeship.standard);
      const own = changes.get(apprenticeship.id) ?? [];
      const history = own.filter((entry) => entry.kind === 'status-changed');
      const employerHistory = own.filter((entry) => entry.kind === 'employer-changed');
      return program ? [{ apprenticeship, program, history, employerHistory }] : [];
    });
  }

  /** Published versions never change and stay in memory. */
  private async standards(ids: readonly StandardId[]): Promise<ReadonlyMap<StandardId, Standard>> {
    const { standards } = this.database.read;
    const read = [...new Set(ids)].map(async (id) => [id, await standards.get(id)] as const);
    return new Map(await Promise.all(read));
  }
}

const rank = { late: 0, due: 1, reported: 2, 'reported-late': 2 } as const satisfies Record<
  NoticeView['state'],
  number
>;

/** Late before due before reported; of those by the last day to report, of what was reported the latest first. */
function inTurn(left: NoticeView, right: NoticeView): number {
  const byState = rank[left.state] - rank[right.state];
  if (byState !== 0) return byState;
  if (left.reportedOn !== null && right.reportedOn !== null) return compare(right.reportedOn, left.reportedOn);
  return compare(left.dueOn, right.dueOn);
}

const compare = (left: CalendarDate, right: CalendarDate): number => (left < right ? -1 : left > right ? 1 : 0);
