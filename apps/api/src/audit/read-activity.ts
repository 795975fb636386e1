import type { ActivityPage, endpoints } from '@journeybook/contracts';
import type { EventView, KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { ApprenticeshipId, OrganizationId } from '@journeybook/domain';
import { openTrail, seesAddresses } from '@journeybook/domain';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Clock } from '../clock.js';
import type { Config } from '../config.js';
import { asActor } from '../http/actor.js';
import { found, orRefuse, Refused } from '../http/refused.js';
import { configToken } from '../tokens.js';
import { actionOf, isOperation } from './action-words.js';
import { presentEvent } from './present-event.js';
import { writeCsv } from './write-csv.js';

export type ActivityFilter = z.output<typeof endpoints.listActivity.query>;

const onePage = 50;
const oneFile = 10_000;

@Injectable()
export class ReadActivity {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(configToken) private readonly config: Config,
  ) {}

  /** What was done at an organisation and with its agreements, for whoever may read its trail; `not-their-organization` otherwise. */
  async list(by: KnownPerson, organization: OrganizationId, filter: ActivityFilter): Promise<ActivityPage> {
    const withAddress = seesAddresses(orRefuse(openTrail(asActor(by), organization)));
    return this.page(await this.read(organization, filter, onePage + 1), withAddress);
  }

  /** The same as a file. That it was made is on file before it leaves. */
  async export(by: KnownPerson, organization: OrganizationId, filter: ActivityFilter) {
    const withAddress = seesAddresses(orRefuse(openTrail(asActor(by), organization)));
    await this.database.read.audit.note({ kind: 'export', details: { what: 'activity' } });
    const events = await this.read(organization, filter, oneFile + 1);
    return {
      fileName: `activity-${this.clock.today()}.csv`,
      csv: writeCsv(events.slice(0, oneFile).map((event) => presentEvent(event, withAddress))),
      complete: events.length <= oneFile,
    };
  }

  /** Who did what on somebody's own record; `not-their-record` for everybody but the apprentice. */
  async own(by: KnownPerson, apprenticeship: ApprenticeshipId, before: string | undefined): Promise<ActivityPage> {
    const { apprenticeships, audit } = this.database.read;
    const own = found(await apprenticeships.find(apprenticeship), { kind: 'not-their-record' });
    if (own.apprentice !== by.id) throw new Refused({ kind: 'not-their-record' });
    return this.page(await audit.listOfAgreement(apprenticeship, { before, most: onePage + 1 }), false);
  }

  private async read(organization: OrganizationId, { action, ...filter }: ActivityFilter, most: number) {
    const named = action === undefined ? {} : { action: isOperation(action) ? actionOf(action) : action };
    return this.database.read.audit.listOf(organization, {
      ...filter,
      ...named,
      most,
      timeZone: this.config.TIME_ZONE,
    });
  }

  private page(events: readonly EventView[], withAddress: boolean): ActivityPage {
    const shown = events.slice(0, onePage);
    return {
      events: shown.map((event) => presentEvent(event, withAddress)),
      next: events.length > onePage ? (shown.at(-1)?.id ?? null) : null,
      timeZone: this.config.TIME_ZONE,
    };
  }
}
