import type { reportResultsBody, reportRosterBody, resultsReported, syncFailureBody } from '@journeybook/contracts';
import type { Tables } from '@journeybook/database';
import { Database } from '@journeybook/database';
import { countingGrade, isConfirmingGrade } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { found } from '../http/refused.js';
import type { MappedSection, ToCredit } from './credit-completions.js';
import { CreditCompletions, isMapped } from './credit-completions.js';
import { creditsInQuestion, questionGrades } from './question-credits.js';

const columnGoneWords = 'Its column is no longer in the gradebook. Push it again.';

@Injectable()
export class ReportRoster {
  constructor(
    private readonly database: Database,
    private readonly credits: CreditCompletions,
  ) {}

  /**
   * Takes over a complete reading of who is in a course: whoever is missing has left it, and a credit of theirs opens a review.
   * Answers whether somebody said which RTI course it is.
   */
  async roster({
    contextId,
    registrationId,
    readAt,
    ...read
  }: z.output<typeof reportRosterBody>): Promise<{ mapped: boolean }> {
    // Pages of a roster overlap when somebody joins between them: whoever stands in it twice is one.
    const members = [...new Map(read.members.map((member) => [member.subject, member])).values()];
    return this.database.transaction(async (tables) => {
      const { sections, roster, creditReviews } = tables;
      const section = found(await sections.findByContext(contextId));
      const identities = await roster.upsertIdentities(section.college.id, registrationId, { members, at: readAt });
      const present = members.map(({ subject, role }) => ({ identity: found(identities.get(subject)), role }));
      await roster.seen(section.id, present, readAt);
      const here = present.map(({ identity }) => identity);
      const left = await roster.othersLeft(section.id, here, readAt);
      const question = { cause: 'learner-left' as const, seenPercent: null };
      await creditsInQuestion(tables, section, { causes: new Map(left.map((one) => [one, question])), at: readAt });
      await creditReviews.settle(section.id, { identities: here, causes: ['learner-left'] }, readAt);
      await sections.rosterRead(section.id, readAt);
      return { mapped: section.mapping !== null };
    });
  }

  /**
   * Keeps the grades in our column as evidence. What changed after a credit may open a review; where the section's policy lets an
   * instructor's own grade be the confirmation, it credits. Nothing is ever taken away here. Answers whether somebody said which
   * RTI course it is, and of which learners nothing was read.
   */
  async results({
    contextId,
    readAt,
    columnTitle,
    results,
  }: z.output<typeof reportResultsBody>): Promise<z.output<typeof resultsReported>> {
    // A learner who stands in the reading twice has the grade that stands last.
    const seen = [...new Map(results.map((result) => [result.subject, result])).values()];
    return this.database.transaction(async (tables) => {
      const { sections, roster } = tables;
      const section = found(await sections.findByContext(contextId));
      const changed = await roster.addResults(section.id, seen, readAt);
      await sections.resultsRead(section.id, { at: readAt, columnTitle });
      const subjects = seen.map(({ subject }) => subject);
      const unread = [...(await roster.otherLearners(section.id, subjects))];
      if (!isMapped(section)) return { mapped: false, unread };
      await questionGrades(tables, section, { changed, at: readAt });
      await this.creditGrades(tables, section);
      return { mapped: true, unread };
    });
  }

  /** Notes what went wrong with a reading. With a column that is gone the scores are gone that were in it: they can be pushed again. */
  async failure({ contextId, job, kind, at, message }: z.output<typeof syncFailureBody>): Promise<void> {
    await this.database.transaction(async ({ sections, scores }) => {
      const { id } = found(await sections.findByContext(contextId));
      if (job === 'roster') return sections.rosterFailed(id, message, at);
      await sections.resultsFailed(id, message, at);
      if (kind === 'gone') await scores.columnGone(id, at, columnGoneWords);
    });
  }

  /** Credits whom the instructor's own grade confirms, in the name of the person who mapped the section and chose that policy. */
  private async creditGrades(tables: Tables, section: MappedSection): Promise<void> {
    const { mapping } = section;
    if (mapping.confirmedBy !== 'grade') return;
    const asked = { id: section.id, college: section.college.id, ...mapping };
    const open = await tables.learners.openGrades(asked);
    const identities = open.map(({ identity }) => identity);
    const written = await tables.scores.latestOf(section.id, identities);
    const confirmed = open.flatMap(({ identity, grades, reversedAt }): ToCredit[] => {
      const writtenPercents = written.get(identity)?.everWritten ?? [];
      const { passMarkPercent, courseSince } = mapping;
      const facts = { policy: mapping, passMarkPercent, writtenPercents, reversedAt, courseSince };
      // Only what was read since the last credit was taken back and the course became this one, and what this tool did not write, is the instructor's word.
      const own = grades.filter((grade) => grade.percent === null || isConfirmingGrade(grade, facts));
      const percent = countingGrade(mapping.attempt === 'latest' ? grades.slice(-1) : own, mapping);
      const confirms = own.some((grade) => grade.percent !== null && grade.percent === percent);
      return confirms ? [{ identity, scorePercent: percent, attendedMinutes: null, source: 'lms-grade' }] : [];
    });
    if (confirmed.length > 0) await this.credits.credit(tables, { section, by: mapping.mappedBy }, confirmed);
  }
}
