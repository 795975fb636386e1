import { endpoints, lmsIdentityId } from '@journeybook/contracts';
import type { Jobs, LaunchSessionRow } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { LmsIdentityId } from '@journeybook/domain';
import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { CurrentLaunch } from '../http/actor.js';
import { Refused } from '../http/refused.js';
import { Serves } from '../http/route.js';
import { jobsToken } from '../tokens.js';
import { ConfirmCompletions } from './confirm-completions.js';
import { MapCourse } from './map-course.js';
import { MatchLearner } from './match-learner.js';
import { OpenLaunch } from './open-launch.js';
import { ReadSection } from './read-section.js';

type Body_<Name extends 'openLaunch' | 'mapCourse' | 'matchLearner' | 'confirmCompletions'> = z.output<
  (typeof endpoints)[Name]['body']
>;

/** What the page inside a learning platform's frame calls. */
@Controller()
export class SectionController {
  constructor(
    private readonly database: Database,
    private readonly openLaunch: OpenLaunch,
    private readonly readSection: ReadSection,
    private readonly mapCourse: MapCourse,
    private readonly matchLearner: MatchLearner,
    private readonly confirmCompletions: ConfirmCompletions,
    @Inject(jobsToken) private readonly jobs: Jobs,
  ) {}

  @Serves(endpoints.openLaunch, 'public')
  open(@Body({ schema: endpoints.openLaunch.body }) { code }: Body_<'openLaunch'>) {
    return this.openLaunch.open(code);
  }

  @Serves(endpoints.renewLaunch, 'launched')
  renew(@CurrentLaunch() launch: LaunchSessionRow) {
    return this.openLaunch.renew(launch);
  }

  @Serves(endpoints.readSection, 'instruction:read-section')
  read(@CurrentLaunch() launch: LaunchSessionRow) {
    return this.readSection.read(launch);
  }

  @Serves(endpoints.mapCourse, 'instruction:map-course')
  async map(
    @CurrentLaunch() launch: LaunchSessionRow,
    @Body({ schema: endpoints.mapCourse.body }) mapping: Body_<'mapCourse'>,
  ) {
    await this.mapCourse.map(launch, mapping);
    return this.readSection.read(launch);
  }

  @Serves(endpoints.readRoster, 'instruction:read-section')
  async readRoster(@CurrentLaunch() launch: LaunchSessionRow) {
    await this.database.transaction(async ({ sections, runSql }) => {
      const { contextId, services } = await sections.get(launch.section);
      if (!services.roster) throw new Refused({ kind: 'no-roster-service' });
      await sections.rosterReading(launch.section);
      await this.jobs.send('read-roster', { contextId, asked: true }, { key: contextId, within: runSql });
    });
  }

  @Serves(endpoints.searchApprentices, 'instruction:match-learner')
  async search(
    @CurrentLaunch() launch: LaunchSessionRow,
    @Query({ schema: endpoints.searchApprentices.query }) { name }: { name?: string },
  ) {
    return { apprentices: await this.readSection.searchApprentices(launch, name ?? '') };
  }

  @Serves(endpoints.matchLearner, 'instruction:match-learner')
  match(
    @CurrentLaunch() launch: LaunchSessionRow,
    @Param('identity', { schema: lmsIdentityId }) identity: LmsIdentityId,
    @Body({ schema: endpoints.matchLearner.body }) { apprenticeship }: Body_<'matchLearner'>,
  ) {
    return this.matchLearner.match(launch, identity, apprenticeship);
  }

  @Serves(endpoints.unmatchLearner, 'instruction:match-learner')
  unmatch(
    @CurrentLaunch() launch: LaunchSessionRow,
    @Param('identity', { schema: lmsIdentityId }) identity: LmsIdentityId,
  ) {
    return this.matchLearner.unmatch(launch, identity);
  }

  @Serves(endpoints.confirmCompletions, 'instruction:confirm')
  confirm(
    @CurrentLaunch() launch: LaunchSessionRow,
    @Body({ schema: endpoints.confirmCompletions.body }) { learners }: Body_<'confirmCompletions'>,
  ) {
    return this.confirmCompletions.confirm(launch, learners);
  }
}
