import { randomBytes } from 'node:crypto';
import type { reportLaunchBody } from '@journeybook/contracts';
import type { Jobs } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { OrganizationId } from '@journeybook/domain';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Clock } from '../clock.js';
import { tokenHash } from '../http/admission.guard.js';
import { found, Refused } from '../http/refused.js';
import { jobsToken } from '../tokens.js';

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
   * teaches has the roster read: the state that the page shows and the job that ends it are one transaction.
   */
  async report(launch: z.output<typeof reportLaunchBody>) {
    const college = launch.collegeId as OrganizationId;
    const { context, person, role, services } = launch;
    return this.database.transaction(async ({ people, sections, roster, launches, runSql }) => {
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
      const identities = await roster.upsertIdentities(college, launch.registrationId, { members: [person], at });
      const identity = found(identities.get(person.subject));
      await roster.seen(section, [{ identity, role }], at);
      if (services.roster && (role === 'instructor' || role === 'assistant')) {
        await sections.rosterReading(section);
        await this.jobs.send('read-roster', { contextId: context.id }, { key: context.id, within: runSql });
      }
      const code = randomBytes(32).toString('base64url');
      const codeExpiresAt = this.clock.in(codeMinutes);
      await launches.add({
        id: newId(),
        section,
        identity,
        role,
        openedAt: at,
        codeHash: tokenHash(code),
        codeExpiresAt,
      });
      return { code, section, identity };
    });
  }
}
