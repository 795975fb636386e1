import type { endpoints } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { asActor, organizationsWith } from '../http/actor.js';

@Injectable()
export class ListColleges {
  constructor(private readonly database: Database) {}

  /** The colleges whose platforms this person manages, and the sponsors for which they may add another. */
  async list(by: KnownPerson): Promise<z.output<typeof endpoints.listPlatformColleges.reply>> {
    const reader = asActor(by);
    const sponsors = organizationsWith(reader, 'sponsor-admin');
    const { people } = this.database.read;
    const colleges = await people.listColleges(sponsors, organizationsWith(reader, 'college-admin'));
    const known = await people.organizationsOf(sponsors);
    return { colleges: [...colleges], sponsors: [...known.values()] };
  }
}
