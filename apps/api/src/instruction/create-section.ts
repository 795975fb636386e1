import type { CreateSectionBody, TaughtSectionView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { SectionId } from '@journeybook/domain';
import { createSection } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { found, orRefuse } from '../http/refused.js';
import { presentTaughtSection } from './present-taught-section.js';

@Injectable()
export class CreateSection {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Begins a section that no learning platform holds; whoever begins it teaches it and answers for its policy. */
  async create(by: KnownPerson, asked: CreateSectionBody): Promise<TaughtSectionView> {
    return this.database.transaction(async (tables) => {
      const offered = await tables.standards.listCoursesForCollege(asked.college);
      orRefuse(createSection(asActor(by), asked, offered));
      const id = newId<SectionId>();
      await tables.taughtSections.add({ ...asked, id, teacher: by.id, at: this.clock.now() });
      return presentTaughtSection(tables, found(await tables.taughtSections.find(id)));
    });
  }
}
