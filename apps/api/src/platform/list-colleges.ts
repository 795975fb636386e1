import type { endpoints } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import { managePlatforms } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Clock } from '../clock.js';
import { asActor, organizationsWith } from '../http/actor.js';

@Injectable()
export class ListColleges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The colleges whose platforms this person manages, and the sponsors for which they may add another. */
  async list(by: KnownPerson): Promise<z.output<typeof endpoints.listPlatformColleges.reply>> {
    const reader = asActor(by);
    const sponsors = organizationsWith(reader, 'sponsor-admin');
    const { memberships, people } = this.database.read;
    const near = await people.listColleges(sponsors, organizationsWith(reader, 'college-admin'));
    const ids = near.map((college) => college.id);
    const known = await memberships.listOrganizations(ids, this.clock.today());
    const colleges = known.filter((college) => managePlatforms(reader, { ...college, college: college.id }).ok);
    const own = await people.organizationsOf(sponsors);
    return { colleges: colleges.map(({ id, name }) => ({ id, name })), sponsors: [...own.values()] };
  }
}
