import { randomBytes } from 'node:crypto';
import type { reportLaunchBody } from '@journeybook/contracts';
import type { Jobs, LaunchKind, ReportedLaunch, Tables } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { OrganizationId } from '@journeybook/domain';
import { areResultsDue, isRosterDue } from '@journeybook/domain';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Clock } from '../clock.js';
import { tokenHash } from '../http/admission.guard.js';
import { found } from '../http/refused.js';
import { jobsToken } from '../tokens.js';
import { haveRead } from './have-read.js';
import { mapByPick } from './map-by-pick.js';

const codeMinutes = 1;

type Launch = z.output<typeof reportLaunchBody>;

@Injectable()
export class ReportLaunch {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(jobsToken) private readonly jobs: Jobs,
  ) {}

  /**
   * Notes a launch that the LTI tool verified and answers the one-time code its page is opened with. `not-found` where the college is
   * not known, or is not the one that the course was first opened for, whoever the deployment belongs to later.
   */
  async report(launch: Launch, kind: LaunchKind = 'course') {
    const code = randomBytes(32).toString('base64url');
    const reported = this.reported(launch, kind, code);
    // The page that opens it puts it on file; by itself it concerns no agreement.
    const { section, identity } = (await this.leadsOn(launch))
      ? await this.database.transaction((tables) => this.goOn(tables, launch, reported))
      : found(await this.database.alone(({ launches }) => launches.report(reported)));
    return { code, section, identity, session: reported.id };
  }

  /** Whether it may lead to more than itself. */
  private async leadsOn(launch: Launch): Promise<boolean> {
    if (mayRead(launch)) return true;
    return Boolean(launch.pick) && !(await this.database.read.sections.isMapped(launch.context.id));
  }

  /**
   * What a launch may lead to is one transaction with it: the course that the link was picked for, and the reading of the roster and
   * of the grades when somebody who teaches launches, unless that was done a moment ago.
   */
  private async goOn(tables: Tables, launch: Launch, reported: ReportedLaunch) {
    const kept = found(await tables.launches.report(reported, { hold: true }));
    const { section, mapped, roster, results } = kept;
    const { college, contextId, services } = reported.section;
    const { openedAt } = reported;
    if (launch.pick && !mapped) await mapByPick(tables, { section, college, pick: launch.pick });
    if (mayRead(launch))
      await haveRead(tables, this.jobs, {
        section,
        contextId,
        roster: services.roster && (roster === null || isRosterDue(roster, openedAt)),
        results: services.grades && (results === null || areResultsDue(results, openedAt)),
        why: 'launched',
      });
    return kept;
  }

  private reported(launch: Launch, kind: LaunchKind, code: string): ReportedLaunch {
    const { context, person, role } = launch;
    return {
      id: newId(),
      kind,
      section: {
        college: launch.collegeId as OrganizationId,
        contextId: context.id,
        platformName: launch.platformName,
        title: context.title ?? context.label ?? 'Untitled course',
        label: context.label,
        sisId: context.sisId,
        registrationId: launch.registrationId,
        lmsId: context.lmsId,
        history: context.history.filter((id) => id !== '' && id !== context.lmsId),
        services: launch.services,
      },
      member: { ...person, role },
      openedAt: this.clock.now(),
      codeHash: tokenHash(code),
      codeExpiresAt: this.clock.in(codeMinutes),
    };
  }
}

const mayRead = ({ services, role }: Launch): boolean =>
  (services.roster || services.grades) && (role === 'instructor' || role === 'assistant');
