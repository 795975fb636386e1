import type { ApprenticeChoice, SectionView } from '@journeybook/contracts';
import type { LaunchSessionRow } from '@journeybook/database';
import { Database } from '@journeybook/database';
import { indexAccounts, indexCandidates } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import {
  editionOfMapping,
  mappingOf,
  mayOf,
  presentApprentice,
  presentLearner,
  proposalOf,
} from './present-section.js';

@Injectable()
export class ReadSection {
  constructor(private readonly database: Database) {}

  /** The section of a launch with its learners, as the instructor sees them. */
  async read(launch: LaunchSessionRow): Promise<SectionView> {
    const { sections, standards, roster, learners, creditReviews } = this.database.read;
    const section = await sections.get(launch.section);
    const choices = [...(await standards.listCoursesForCollege(launch.college))] as SectionView['choices'];
    const candidates = await roster.listCandidates(launch.college);
    const accounts = await learners.knownAccounts(launch.college);
    const facts = {
      candidates,
      byDetails: indexCandidates(candidates),
      byAccount: indexAccounts(accounts),
      known: new Set(accounts.map(({ person }) => person)),
      declined: await learners.declinedIn(launch.section),
      mapping: section.mapping,
    };
    const rows = await roster.listLearners({ id: launch.section, college: launch.college }, section.mapping);
    const reviews = await creditReviews.listOpen(launch.section);
    const proposed = section.mapping ? null : await sections.proposal(launch.section);
    return {
      id: section.id,
      title: section.title,
      label: section.label,
      college: section.college,
      platformName: section.platformName ?? '',
      edition: editionOfMapping(section.mapping),
      mapping: mappingOf(section, choices),
      proposal: proposalOf(section, proposed, choices),
      choices,
      services: section.services,
      roster: section.roster,
      results: section.results,
      columnTitle: section.columnTitle,
      learners: rows.map((row) => presentLearner(row, facts)),
      reviews: reviews.map(({ id, identity, entry, apprentice, cause, creditedPercent, seenPercent, ...rest }) => ({
        id,
        identity,
        entry,
        apprentice,
        cause,
        creditedPercent,
        seenPercent,
        minutes: rest.minutes,
        creditedOn: rest.creditedOn,
        openedAt: rest.openedAt,
      })),
      may: mayOf(launch.role),
    };
  }

  /** Apprentices of the sponsors this college works with, whose name contains the text; at most 50. */
  async searchApprentices(launch: LaunchSessionRow, name: string): Promise<ApprenticeChoice[]> {
    const wanted = name.trim().toLocaleLowerCase('en');
    const candidates = await this.database.read.roster.listCandidates(launch.college);
    return candidates
      .filter((one) => one.name.toLocaleLowerCase('en').includes(wanted))
      .slice(0, 50)
      .map(presentApprentice);
  }
}
