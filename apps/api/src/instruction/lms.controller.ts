import { endpoints } from '@journeybook/contracts';
import { Body, Controller, Param } from '@nestjs/common';
import { z } from 'zod';
import { Serves } from '../http/route.js';
import { ReportLaunch } from './report-launch.js';
import { ReportRoster } from './report-roster.js';
import { ReportScore } from './report-score.js';

type Body_<
  Name extends 'reportLaunch' | 'reportRoster' | 'reportResults' | 'reportSyncFailure' | 'reportScoreOutcome',
> = z.output<(typeof endpoints)[Name]['body']>;

const deliveryId = z.uuid('must be an id');

/** What the LTI tool tells and asks. */
@Controller()
export class LmsController {
  constructor(
    private readonly launches: ReportLaunch,
    private readonly rosters: ReportRoster,
    private readonly scores: ReportScore,
  ) {}

  @Serves(endpoints.reportLaunch, 'instruction:report')
  launch(@Body({ schema: endpoints.reportLaunch.body }) launch: Body_<'reportLaunch'>) {
    return this.launches.report(launch);
  }

  @Serves(endpoints.reportRoster, 'instruction:report')
  roster(@Body({ schema: endpoints.reportRoster.body }) roster: Body_<'reportRoster'>) {
    return this.rosters.roster(roster);
  }

  @Serves(endpoints.reportResults, 'instruction:report')
  results(@Body({ schema: endpoints.reportResults.body }) results: Body_<'reportResults'>) {
    return this.rosters.results(results);
  }

  @Serves(endpoints.reportSyncFailure, 'instruction:report')
  failure(@Body({ schema: endpoints.reportSyncFailure.body }) failure: Body_<'reportSyncFailure'>) {
    return this.rosters.failure(failure);
  }

  @Serves(endpoints.readScoreDelivery, 'instruction:report')
  delivery(@Param('delivery', { schema: deliveryId }) delivery: string) {
    return this.scores.read(delivery);
  }

  @Serves(endpoints.reportScoreOutcome, 'instruction:report')
  outcome(
    @Param('delivery', { schema: deliveryId }) delivery: string,
    @Body({ schema: endpoints.reportScoreOutcome.body }) outcome: Body_<'reportScoreOutcome'>,
  ) {
    return this.scores.settle(delivery, outcome);
  }
}
