import { apprenticeshipId, endpoints, organizationId } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import type { ApprenticeshipId, OrganizationId } from '@journeybook/domain';
import { Controller, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { SignedInPerson } from '../http/actor.js';
import { Serves } from '../http/route.js';
import { listedActions } from './action-words.js';
import { ReadActivity } from './read-activity.js';

type Query_<Name extends 'listActivity' | 'exportActivity' | 'ownActivity'> = z.output<
  (typeof endpoints)[Name]['query']
>;

@Controller()
export class AuditController {
  constructor(private readonly activity: ReadActivity) {}

  @Serves(endpoints.listActivity, 'audit:read')
  list(
    @SignedInPerson() person: KnownPerson,
    @Param('organization', { schema: organizationId }) organization: OrganizationId,
    @Query({ schema: endpoints.listActivity.query }) filter: Query_<'listActivity'>,
  ) {
    return this.activity.list(person, organization, filter);
  }

  @Serves(endpoints.exportActivity, 'audit:read')
  export(
    @SignedInPerson() person: KnownPerson,
    @Param('organization', { schema: organizationId }) organization: OrganizationId,
    @Query({ schema: endpoints.exportActivity.query }) filter: Query_<'exportActivity'>,
  ) {
    return this.activity.export(person, organization, filter);
  }

  @Serves(endpoints.listActions, 'audit:read')
  actions() {
    return { actions: [...listedActions] };
  }

  @Serves(endpoints.ownActivity, 'audit:read-own')
  own(
    @SignedInPerson() person: KnownPerson,
    @Param('apprenticeship', { schema: apprenticeshipId }) apprenticeship: ApprenticeshipId,
    @Query({ schema: endpoints.ownActivity.query }) { before }: Query_<'ownActivity'>,
  ) {
    return this.activity.own(person, apprenticeship, before);
  }
}
