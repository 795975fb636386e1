import { apprenticeshipId, endpoints } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import type { ApprenticeshipId } from '@journeybook/domain';
import { Body, Controller, Param } from '@nestjs/common';
import type { z } from 'zod';
import { SignedInPerson } from '../http/actor.js';
import { ShownVersion } from '../http/if-match.js';
import { Serves } from '../http/route.js';
import { AttestMastery } from './attest-mastery.js';
import { AwardCompletion } from './award-completion.js';
import { ListCompletions } from './list-completions.js';
import { ReadCompletion } from './read-completion.js';
import { RecordCredential } from './record-credential.js';
import { ReturnCompletion } from './return-completion.js';
import { ReviewItems } from './review-items.js';

type Body_<Name extends 'recordCredential' | 'attestMastery' | 'reviewItems' | 'awardCompletion' | 'returnCompletion'> =
  z.output<(typeof endpoints)[Name]['body']>;

@Controller()
export class CompletionController {
  constructor(
    private readonly readCompletion: ReadCompletion,
    private readonly recordCredential: RecordCredential,
    private readonly attestMastery: AttestMastery,
    private readonly reviewItems: ReviewItems,
    private readonly awardCompletion: AwardCompletion,
    private readonly returnCompletion: ReturnCompletion,
    private readonly listCompletions: ListCompletions,
  ) {}

  @Serves(endpoints.readCompletion, 'completion:read')
  read(
    @SignedInPerson() person: KnownPerson,
    @Param('apprenticeship', { schema: apprenticeshipId }) apprenticeship: ApprenticeshipId,
  ) {
    return this.readCompletion.read(person, apprenticeship);
  }

  @Serves(endpoints.recordCredential, 'completion:record-credential')
  record(
    @SignedInPerson() person: KnownPerson,
    @Param('apprenticeship', { schema: apprenticeshipId }) apprenticeship: ApprenticeshipId,
    @Body({ schema: endpoints.recordCredential.body }) seen: Body_<'recordCredential'>,
  ) {
    return this.recordCredential.record(person, apprenticeship, seen);
  }

  @Serves(endpoints.attestMastery, 'completion:attest')
  attest(
    @SignedInPerson() person: KnownPerson,
    @Param('apprenticeship', { schema: apprenticeshipId }) apprenticeship: ApprenticeshipId,
    @Body({ schema: endpoints.attestMastery.body }) { statement }: Body_<'attestMastery'>,
  ) {
    return this.attestMastery.attest(person, apprenticeship, statement);
  }

  @Serves(endpoints.reviewItems, 'completion:review')
  review(
    @SignedInPerson() person: KnownPerson,
    @Param('apprenticeship', { schema: apprenticeshipId }) apprenticeship: ApprenticeshipId,
    @ShownVersion() shownVersion: number,
    @Body({ schema: endpoints.reviewItems.body }) { items }: Body_<'reviewItems'>,
  ) {
    return this.reviewItems.review(person, apprenticeship, { items, shownVersion });
  }

  @Serves(endpoints.awardCompletion, 'completion:award')
  award(
    @SignedInPerson() person: KnownPerson,
    @Param('apprenticeship', { schema: apprenticeshipId }) apprenticeship: ApprenticeshipId,
    @Body({ schema: endpoints.awardCompletion.body }) { version }: Body_<'awardCompletion'>,
  ) {
    return this.awardCompletion.award(person, apprenticeship, version);
  }

  @Serves(endpoints.returnCompletion, 'completion:award')
  return(
    @SignedInPerson() person: KnownPerson,
    @Param('apprenticeship', { schema: apprenticeshipId }) apprenticeship: ApprenticeshipId,
    @Body({ schema: endpoints.returnCompletion.body }) { reasons }: Body_<'returnCompletion'>,
  ) {
    return this.returnCompletion.return(person, apprenticeship, reasons);
  }

  @Serves(endpoints.listCompletions, 'completion:review')
  async list(@SignedInPerson() person: KnownPerson) {
    return { waiting: await this.listCompletions.list(person) };
  }
}
