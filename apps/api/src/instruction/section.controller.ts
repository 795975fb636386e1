import { apprenticeshipId, endpoints, lmsIdentityId } from '@journeybook/contracts';
import type { Jobs, KnownPerson, LaunchSessionRow } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { ApprenticeshipId, LmsIdentityId } from '@journeybook/domain';
import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { CurrentLaunch, SignedInPerson } from '../http/actor.js';
import { ShownEdition } from '../http/if-match.js';
import { Refused } from '../http/refused.js';
import { Serves } from '../http/route.js';
import { jobsToken } from '../tokens.js';
import { ClaimRecord } from './claim-record.js';
import { ConfirmCompletions } from './confirm-completions.js';
import { DecideReviews } from './decide-reviews.js';
import { haveRead } from './have-read.js';
import { MapCourse } from './map-course.js';
import { MatchLearner } from './match-learner.js';
import { MatchLearners } from './match-learners.js';
import { OpenLaunch } from './open-launch.js';
import { ReadSection } from './read-section.js';
import { launchedTeacher } from './teacher.js';
import { UndoCompletions } from './undo-completions.js';

type Body_<
  Name extends
    | 'openLaunch'
    | 'mapCourse'
    | 'matchLearner'
    | 'matchLearners'
    | 'undoMatches'
    | 'declineSuggestion'
    | 'confirmCompletions'
    | 'undoCompletions'
    | 'decideReviews'
    | 'claimRecord',
> = z.output<(typeof endpoints)[Name]['body']>;

/** What the page inside a learning platform's frame calls. */
@Controller()
export class SectionController {
  constructor(
    private readonly database: Database,
    private readonly openLaunch: OpenLaunch,
    private readonly readSection: ReadSection,
    private readonly mapCourse: MapCourse,
    private readonly matchLearner: MatchLearner,
    private readonly matchLearners: MatchLearners,
    private readonly confirmCompletions: ConfirmCompletions,
    private readonly undoCompletions: UndoCompletions,
    private readonly decideReviews: DecideReviews,
    private readonly claimRecord: ClaimRecord,
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
    @ShownEdition() shown: string,
    @Body({ schema: endpoints.mapCourse.body }) mapping: Body_<'mapCourse'>,
  ) {
    await this.mapCourse.map(launch, mapping, shown);
    return this.readSection.read(launch);
  }

  @Serves(endpoints.readRoster, 'instruction:read-section')
  async readRoster(@CurrentLaunch() launch: LaunchSessionRow) {
    await this.database.transaction(async (tables) => {
      const { id, contextId, services } = await tables.sections.get(launch.section);
      const { roster, grades: results } = services;
      if (contextId === null || (!roster && !results)) throw new Refused({ kind: 'no-reading-service' });
      await haveRead(tables, this.jobs, { section: id, contextId, roster, results, why: 'asked' });
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
    @ShownEdition() shown: string,
    @Body({ schema: endpoints.matchLearner.body }) { apprenticeship }: Body_<'matchLearner'>,
  ) {
    return this.matchLearner.match(launch, { identity, apprenticeship }, shown);
  }

  @Serves(endpoints.declineSuggestion, 'instruction:match-learner')
  decline(
    @CurrentLaunch() launch: LaunchSessionRow,
    @Param('identity', { schema: lmsIdentityId }) identity: LmsIdentityId,
    @Body({ schema: endpoints.declineSuggestion.body }) { apprenticeship }: Body_<'declineSuggestion'>,
  ) {
    return this.matchLearner.decline(launch, identity, apprenticeship);
  }

  @Serves(endpoints.unmatchLearner, 'instruction:match-learner')
  unmatch(
    @CurrentLaunch() launch: LaunchSessionRow,
    @Param('identity', { schema: lmsIdentityId }) identity: LmsIdentityId,
    @ShownEdition() shown: string,
  ) {
    return this.matchLearner.unmatch(launch, identity, shown);
  }

  @Serves(endpoints.matchLearners, 'instruction:match-learner')
  matchMany(
    @CurrentLaunch() launch: LaunchSessionRow,
    @Body({ schema: endpoints.matchLearners.body }) { learners }: Body_<'matchLearners'>,
  ) {
    return this.matchLearners.match(launch, learners);
  }

  @Serves(endpoints.undoMatches, 'instruction:match-learner')
  undoMatches(
    @CurrentLaunch() launch: LaunchSessionRow,
    @Body({ schema: endpoints.undoMatches.body }) { learners }: Body_<'undoMatches'>,
  ) {
    return this.matchLearners.undo(launch, learners);
  }

  @Serves(endpoints.confirmCompletions, 'instruction:confirm')
  confirm(
    @CurrentLaunch() launch: LaunchSessionRow,
    @Body({ schema: endpoints.confirmCompletions.body }) shown: Body_<'confirmCompletions'>,
  ) {
    const sourceOf = (percent: number | null) => (percent === null ? 'instructor-attested' : 'lms-grade');
    return this.confirmCompletions.confirm(launchedTeacher(launch), {
      ...shown,
      learners: shown.learners.map((one) => ({ ...one, source: sourceOf(one.scorePercent) })),
    });
  }

  @Serves(endpoints.undoCompletions, 'instruction:confirm')
  undo(
    @CurrentLaunch() launch: LaunchSessionRow,
    @Body({ schema: endpoints.undoCompletions.body }) { entries }: Body_<'undoCompletions'>,
  ) {
    return this.undoCompletions.undo(launchedTeacher(launch), entries);
  }

  @Serves(endpoints.decideReviews, 'instruction:confirm')
  decide(
    @CurrentLaunch() launch: LaunchSessionRow,
    @Body({ schema: endpoints.decideReviews.body }) decided: Body_<'decideReviews'>,
  ) {
    return this.decideReviews.decide(launchedTeacher(launch), decided);
  }

  @Serves(endpoints.claimRecord, 'instruction:read-own-record')
  claim(
    @CurrentLaunch() launch: LaunchSessionRow,
    @Body({ schema: endpoints.claimRecord.body }) { code }: Body_<'claimRecord'>,
  ) {
    return this.claimRecord.claim(launch, code);
  }

  @Serves(endpoints.giveClaimCode, 'instruction:give-claim-code')
  giveClaimCode(
    @SignedInPerson() person: KnownPerson,
    @Param('apprenticeship', { schema: apprenticeshipId }) apprenticeship: ApprenticeshipId,
  ) {
    return this.claimRecord.give(person, apprenticeship);
  }
}
