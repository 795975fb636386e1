import { apprenticeshipId, endpoints } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import type { ApprenticeshipId } from '@journeybook/domain';
import { Body, Controller, Param } from '@nestjs/common';
import type { z } from 'zod';
import { SignedInPerson } from '../http/actor.js';
import { Serves } from '../http/route.js';
import { ChangeEmployer } from './change-employer.js';
import { ChangeStatus } from './change-status.js';
import { DraftAgreement } from './draft-agreement.js';
import { ListOtherEmployers } from './list-other-employers.js';
import { ListProgramOptions } from './list-program-options.js';
import { ReadAgreement } from './read-agreement.js';
import { RegisterApprentice } from './register-apprentice.js';
import { TransferApprentice } from './transfer-apprentice.js';

type Body_<
  Name extends 'draftAgreement' | 'registerApprentice' | 'changeStatus' | 'transferApprentice' | 'changeEmployer',
> = z.output<(typeof endpoints)[Name]['body']>;

const Agreement = () => Param('apprenticeship', { schema: apprenticeshipId });

@Controller()
export class AgreementController {
  constructor(
    private readonly listProgramOptions: ListProgramOptions,
    private readonly draftAgreement: DraftAgreement,
    private readonly readAgreement: ReadAgreement,
    private readonly registerApprentice: RegisterApprentice,
    private readonly changeStatus: ChangeStatus,
    private readonly transferApprentice: TransferApprentice,
    private readonly changeEmployer: ChangeEmployer,
    private readonly listOtherEmployers: ListOtherEmployers,
  ) {}

  @Serves(endpoints.programOptions, 'apprenticeship:register')
  options(@SignedInPerson() person: KnownPerson) {
    return this.listProgramOptions.list(person);
  }

  @Serves(endpoints.draftAgreement, 'apprenticeship:register')
  draft(
    @SignedInPerson() person: KnownPerson,
    @Body({ schema: endpoints.draftAgreement.body }) draft: Body_<'draftAgreement'>,
  ) {
    return this.draftAgreement.draft(person, draft);
  }

  @Serves(endpoints.readAgreement, 'record:read')
  read(@SignedInPerson() person: KnownPerson, @Agreement() apprenticeship: ApprenticeshipId) {
    return this.readAgreement.read(person, apprenticeship);
  }

  @Serves(endpoints.registerApprentice, 'apprenticeship:register')
  register(
    @SignedInPerson() person: KnownPerson,
    @Agreement() apprenticeship: ApprenticeshipId,
    @Body({ schema: endpoints.registerApprentice.body }) registration: Body_<'registerApprentice'>,
  ) {
    return this.registerApprentice.register(person, apprenticeship, registration);
  }

  @Serves(endpoints.changeStatus, 'apprenticeship:change-status')
  change(
    @SignedInPerson() person: KnownPerson,
    @Agreement() apprenticeship: ApprenticeshipId,
    @Body({ schema: endpoints.changeStatus.body }) change: Body_<'changeStatus'>,
  ) {
    return this.changeStatus.change(person, apprenticeship, change);
  }

  @Serves(endpoints.transferApprentice, 'apprenticeship:transfer')
  transfer(
    @SignedInPerson() person: KnownPerson,
    @Agreement() apprenticeship: ApprenticeshipId,
    @Body({ schema: endpoints.transferApprentice.body }) transfer: Body_<'transferApprentice'>,
  ) {
    return this.transferApprentice.transfer(person, apprenticeship, transfer);
  }

  @Serves(endpoints.changeEmployer, 'apprenticeship:change-employer')
  employ(
    @SignedInPerson() person: KnownPerson,
    @Agreement() apprenticeship: ApprenticeshipId,
    @Body({ schema: endpoints.changeEmployer.body }) change: Body_<'changeEmployer'>,
  ) {
    return this.changeEmployer.change(person, apprenticeship, change);
  }

  @Serves(endpoints.listOtherEmployers, 'apprenticeship:change-employer')
  async otherEmployers(@SignedInPerson() person: KnownPerson, @Agreement() apprenticeship: ApprenticeshipId) {
    return { employers: await this.listOtherEmployers.list(person, apprenticeship) };
  }
}
