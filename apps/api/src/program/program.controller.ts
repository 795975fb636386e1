import { endpoints, organizationId, standardId } from '@journeybook/contracts';
import type { AgencyPolicyView } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import type { OrganizationId, StandardId } from '@journeybook/domain';
import { agencyPolicies } from '@journeybook/domain';
import { Body, Controller, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { SignedInPerson } from '../http/actor.js';
import { Serves } from '../http/route.js';
import { CompareStandards } from './compare-standards.js';
import { Customise } from './customise.js';
import { ListStandards } from './list-standards.js';
import { ReadCustomisation } from './read-customisation.js';
import { ReadStandard } from './read-standard.js';

/** Published versions, and what employers make their own of them. */
@Controller()
export class ProgramController {
  constructor(
    private readonly listStandards: ListStandards,
    private readonly readStandard: ReadStandard,
    private readonly compareStandards: CompareStandards,
    private readonly readCustomisation: ReadCustomisation,
    private readonly customise: Customise,
  ) {}

  @Serves(endpoints.listStandards, 'program:read')
  list(@SignedInPerson() person: KnownPerson) {
    return this.listStandards.list(person);
  }

  @Serves(endpoints.readStandard, 'program:read')
  read(@SignedInPerson() person: KnownPerson, @Param('standard', { schema: standardId }) standard: StandardId) {
    return this.readStandard.read(person, standard);
  }

  @Serves(endpoints.compareStandards, 'program:read')
  compare(
    @SignedInPerson() person: KnownPerson,
    @Param('standard', { schema: standardId }) from: StandardId,
    @Query({ schema: endpoints.compareStandards.query }) query: z.output<typeof endpoints.compareStandards.query>,
  ) {
    return this.compareStandards.compare(person, { from, to: query.with });
  }

  @Serves(endpoints.listAgencyPolicies, 'program:read')
  policies() {
    return { policies: agencyPolicies as AgencyPolicyView[] };
  }

  @Serves(endpoints.readCustomisation, 'program:read')
  customisation(
    @SignedInPerson() person: KnownPerson,
    @Param('standard', { schema: standardId }) standard: StandardId,
    @Param('employer', { schema: organizationId }) employer: OrganizationId,
  ) {
    return this.readCustomisation.read(person, { standard, employer });
  }

  @Serves(endpoints.customise, 'program:customise')
  async change(
    @SignedInPerson() person: KnownPerson,
    @Param('standard', { schema: standardId }) standard: StandardId,
    @Param('employer', { schema: organizationId }) employer: OrganizationId,
    @Body({ schema: endpoints.customise.body }) change: z.output<typeof endpoints.customise.body>,
  ) {
    await this.customise.customise(person, { standard, employer }, change);
    return this.readCustomisation.read(person, { standard, employer });
  }
}
