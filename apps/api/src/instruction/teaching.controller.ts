import { endpoints, lmsIdentityId, sectionId } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { LmsIdentityId, SectionId } from '@journeybook/domain';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { SignedInPerson } from '../http/actor.js';
import { ShownEdition } from '../http/if-match.js';
import { Serves } from '../http/route.js';
import { ChangeAttendees } from './change-attendees.js';
import { ConfirmTaught } from './confirm-taught.js';
import { CreateSection } from './create-section.js';
import { DecideReviews } from './decide-reviews.js';
import { ImportResults } from './import-results.js';
import { ListTaughtSections } from './list-taught-sections.js';
import { openTaughtSection } from './open-taught-section.js';
import { presentTaughtSection } from './present-taught-section.js';
import { RecordResults } from './record-results.js';
import { signedInTeacher } from './teacher.js';
import { UndoCompletions } from './undo-completions.js';

const Section = () => Param('section', { schema: sectionId });
const place = z.object({ section: sectionId, identity: lmsIdentityId });

type BodyOf<
  Name extends
    | 'createSection'
    | 'addAttendees'
    | 'recordResults'
    | 'importResults'
    | 'confirmTaught'
    | 'undoTaught'
    | 'decideTaughtReviews',
> = z.output<(typeof endpoints)[Name]['body']>;

/** Sections without a learning platform, as their instructors work on them in the portal. */
@Controller()
export class TeachingController {
  constructor(
    private readonly database: Database,
    private readonly listTaughtSections: ListTaughtSections,
    private readonly createSection: CreateSection,
    private readonly changeAttendees: ChangeAttendees,
    private readonly recordResults: RecordResults,
    private readonly importResults: ImportResults,
    private readonly confirmTaught: ConfirmTaught,
    private readonly undoCompletions: UndoCompletions,
    private readonly decideReviews: DecideReviews,
  ) {}

  @Serves(endpoints.listTaughtSections, 'instruction:teach')
  list(@SignedInPerson() person: KnownPerson) {
    return this.listTaughtSections.list(person);
  }

  @Serves(endpoints.createSection, 'instruction:teach')
  create(
    @SignedInPerson() person: KnownPerson,
    @Body({ schema: endpoints.createSection.body }) body: BodyOf<'createSection'>,
  ) {
    return this.createSection.create(person, body);
  }

  @Serves(endpoints.readTaughtSection, 'instruction:teach')
  async read(@SignedInPerson() person: KnownPerson, @Section() section: SectionId) {
    const { read } = this.database;
    return presentTaughtSection(read, await openTaughtSection(read, person, section));
  }

  @Serves(endpoints.searchAttendees, 'instruction:teach')
  async search(
    @SignedInPerson() person: KnownPerson,
    @Section() section: SectionId,
    @Query({ schema: endpoints.searchAttendees.query }) { name }: { name?: string },
  ) {
    return { apprentices: await this.changeAttendees.search(person, section, name ?? '') };
  }

  @Serves(endpoints.addAttendees, 'instruction:teach')
  add(
    @SignedInPerson() person: KnownPerson,
    @Section() section: SectionId,
    @Body({ schema: endpoints.addAttendees.body }) { apprenticeships }: BodyOf<'addAttendees'>,
  ) {
    return this.changeAttendees.add(person, section, apprenticeships);
  }

  @Serves(endpoints.removeAttendee, 'instruction:teach')
  remove(
    @SignedInPerson() person: KnownPerson,
    @Param({ schema: place }) { section, identity }: { section: SectionId; identity: LmsIdentityId },
  ) {
    return this.changeAttendees.remove(person, section, identity);
  }

  @Serves(endpoints.recordResults, 'instruction:teach')
  record(
    @SignedInPerson() person: KnownPerson,
    @Section() section: SectionId,
    @ShownEdition() shown: string,
    @Body({ schema: endpoints.recordResults.body }) { learners }: BodyOf<'recordResults'>,
  ) {
    return this.recordResults.record(person, { section, shown }, learners);
  }

  @Serves(endpoints.importResults, 'instruction:teach')
  import(
    @SignedInPerson() person: KnownPerson,
    @Section() section: SectionId,
    @Body({ schema: endpoints.importResults.body }) file: BodyOf<'importResults'>,
  ) {
    return this.importResults.import(person, section, file);
  }

  @Serves(endpoints.confirmTaught, 'instruction:teach')
  confirm(
    @SignedInPerson() person: KnownPerson,
    @Section() section: SectionId,
    @Body({ schema: endpoints.confirmTaught.body }) shown: BodyOf<'confirmTaught'>,
  ) {
    return this.confirmTaught.confirm(person, section, shown);
  }

  @Serves(endpoints.undoTaught, 'instruction:teach')
  async undo(
    @SignedInPerson() person: KnownPerson,
    @Section() section: SectionId,
    @Body({ schema: endpoints.undoTaught.body }) { entries }: BodyOf<'undoTaught'>,
  ) {
    await openTaughtSection(this.database.read, person, section);
    return this.undoCompletions.undo(signedInTeacher(section, person.id), entries);
  }

  @Serves(endpoints.decideTaughtReviews, 'instruction:teach')
  async decide(
    @SignedInPerson() person: KnownPerson,
    @Section() section: SectionId,
    @Body({ schema: endpoints.decideTaughtReviews.body }) decided: BodyOf<'decideTaughtReviews'>,
  ) {
    await openTaughtSection(this.database.read, person, section);
    return this.decideReviews.decide(signedInTeacher(section, person.id), decided);
  }
}
