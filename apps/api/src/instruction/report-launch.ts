import { randomBytes } from 'node:crypto';
import type { reportLaunchBody } from '@journeybook/contracts';
import type { Jobs, LaunchKind } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { OrganizationId } from '@journeybook/domain';
import { areResultsDue, isRosterDue } from '@journeybook/domain';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Clock } from '../clock.js';
import { tokenHash } from '../http/admission.guard.js';
import { found, Refused } from '../http/refused.js';
import { jobsToken } from '../tokens.js';
import { haveRead } from './have-read.js';
import { mapByPick } from './map-by-pick.js';

const codeMinutes = 1;

@Injectable()
export class ReportLaunch {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(jobsToken) private readonly jobs: Jobs,
  ) {}

  /**
   * Notes a launch that the LTI tool verified and answers the one-time code its page is opened with. A launch by somebody who
   * teaches has the roster and the grades read, unless that was done a moment ago: the state that the page shows and the job that
   * ends it are one transaction.
   */
  async report(launch: z.output<typeof reportLaunchBody>, kind: LaunchKind = 'course') {
    const college = launch.collegeId as OrganizationId;
    const { context, person, role, services } = launch;
    return this.database.transaction(async (tables) => {
      const { people, sections, roster, launches } = tables;
      found(await people.findOrganization(college));
      const known = await sections.findByContext(context.id);
      // A course stays with the college it was first opened for, whoever the deployment belongs to later.
      if (known && known.college.id !== college) throw new Refused({ kind: 'not-found' });
      const at = this.clock.now();
      const section = await sections.upsert({
        id: newId(),
        college,
        contextId: context.id,
        platformName: launch.platformName,
        title: context.title ?? context.label ?? 'Untitled course',
        label: context.label,
        sisId: context.sisId,
        registrationId: launch.registrationId,
        lmsId: context.lmsId,
        history: context.history.filter((id) => id !== '' && id !== context.lmsId),
        services,
      });
      if (launch.pick) await mapByPick(tables, { section, college, pick: launch.pick });
      const identities = await roster.upsertIdentities(college, launch.registrationId, { members: [person], at });
      const identity = found(identities.get(person.subject));
      await roster.seen(section, [{ identity, role }], at);
      if (role === 'instructor' || role === 'assistant')
        await haveRead(tables, this.jobs, {
          section,
          contextId: context.id,
          roster: services.roster && (known === null || isRosterDue(known.roster, at)),
          results: services.grades && (known === null || areResultsDue(known.results, at)),
        });
      const code = randomBytes(32).toString('base64url');
      const codeExpiresAt = this.clock.in(codeMinutes);
      const session = newId();
      await launches.add({
        id: session,
        kind,
        section,
        identity,
        role,
        openedAt: at,
        codeHash: tokenHash(code),
        codeExpiresAt,
      });
      return { code, section, identity, session };
    });
  }
}
