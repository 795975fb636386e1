import type { TaughtSections } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import { Injectable } from '@nestjs/common';
import { asActor, organizationsWith } from '../http/actor.js';
import { presentSummary } from './present-taught-section.js';

@Injectable()
export class ListTaughtSections {
  constructor(private readonly database: Database) {}

  /** The sections that an instructor teaches and those of colleges that one administers, and where one may begin another. */
  async list(by: KnownPerson): Promise<TaughtSections> {
    const { taughtSections, people, standards } = this.database.read;
    const reader = asActor(by);
    const taughtAt = organizationsWith(reader, 'instructor');
    const allOf = organizationsWith(reader, 'college-admin');
    const sections = await taughtSections.list(by.id, { taughtAt, allOf });
    const own = await people.organizationsOf([...new Set([...taughtAt, ...allOf])]);
    const colleges = await Promise.all(
      [...own].map(async ([id, { name }]) => ({ id, name, choices: [...(await standards.listCoursesForCollege(id))] })),
    );
    const choices = new Map(colleges.map((college) => [college.id, college.choices]));
    return { sections: sections.map((row) => presentSummary(row, choices.get(row.college.id) ?? [])), colleges };
  }
}
