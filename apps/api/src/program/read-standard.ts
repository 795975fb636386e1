import type { StandardView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { StandardId } from '@journeybook/domain';
import { holds, openCustomisation } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { found } from '../http/refused.js';
import { findStandard } from './open-version.js';
import { presentContents } from './present-contents.js';

@Injectable()
export class ReadStandard {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A published version with what the person may do with it; of customisations only those that the person may read. */
  async read(person: KnownPerson, id: StandardId): Promise<StandardView> {
    const { read } = this.database;
    const { standard, sponsor, publishedAt, readAs, facts, employers } = await findStandard(read, person, id);
    const actor = asActor(person);
    const changes = await read.customisations.countOf(id);
    const organization = found(await read.people.findOrganization(sponsor));
    return {
      id,
      sponsor: { id: organization.id, name: organization.name },
      publishedAt,
      apprentices: await read.standards.countReadable(id, actor, this.clock.today()),
      contents: presentContents(standard),
      customisations: employers
        .filter((one) => openCustomisation(actor, { ...facts, employer: one.id }).ok)
        .map((employer) => ({ employer, changes: changes.get(employer.id) ?? 0 })),
      may: {
        draft: readAs === 'sponsor',
        customise: employers.filter((one) => holds(actor, 'employer-admin', one.id)),
      },
    };
  }
}
