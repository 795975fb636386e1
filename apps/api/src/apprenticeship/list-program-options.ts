import type { ProgramOptions } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import { Injectable } from '@nestjs/common';
import { listEmployers } from './program-employers.js';

@Injectable()
export class ListProgramOptions {
  constructor(private readonly database: Database) {}

  /** For each sponsor that the person administers: employers, colleges, published standards, and who may come back. */
  async list({ roles }: KnownPerson): Promise<ProgramOptions> {
    const tables = this.database.read;
    const sponsors = roles.filter((held) => held.role === 'sponsor-admin').map((held) => held.organization);
    const standards = await tables.standards.listOf(sponsors.map((sponsor) => sponsor.id));
    const options = sponsors.map(async (sponsor) => ({
      sponsor,
      employers: await listEmployers(tables, sponsor.id),
      colleges: (await tables.people.listPartners(sponsor.id)).filter((one) => one.kind === 'college'),
      standards: standards
        .filter((one) => one.sponsor.id === sponsor.id)
        .map(({ id, occupation, version, approach, termMonths }) => ({
          id,
          ...occupation,
          version,
          approach,
          termMonths,
        })),
      former: [...(await tables.apprenticeships.listFormer(sponsor.id))],
    }));
    return { sponsors: await Promise.all(options) };
  }
}
