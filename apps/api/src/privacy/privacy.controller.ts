import { apprenticeshipId, endpoints, vaultField } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import type { ApprenticeshipId, VaultField } from '@journeybook/domain';
import { Body, Controller, Param, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { z } from 'zod';
import { SignedInPerson } from '../http/actor.js';
import { ShownEdition } from '../http/if-match.js';
import { Serves } from '../http/route.js';
import { NeedsFreshSignIn } from '../http/second-factor.guard.js';
import { AnswerQuestions } from './answer-questions.js';
import { CountAnswers } from './count-answers.js';
import { ExportForAgency } from './export-for-agency.js';
import { ReadOwnData } from './read-own-data.js';

type BodyOf<Name extends 'giveAnswer' | 'countAnswers' | 'exportForAgency'> = z.output<
  (typeof endpoints)[Name]['body']
>;

const Field = () => Param('field', { schema: vaultField });

/** The id that the request has in the log too. */
const idOf = ({ id }: Request & { id?: unknown }): string => (typeof id === 'string' ? id : 'unknown');

@Controller()
export class PrivacyController {
  constructor(
    private readonly answers: AnswerQuestions,
    private readonly counts: CountAnswers,
    private readonly agency: ExportForAgency,
    private readonly ownData: ReadOwnData,
  ) {}

  @Serves(endpoints.readOwnAnswers, 'privacy:answer')
  read(@SignedInPerson() person: KnownPerson) {
    return this.answers.read(person);
  }

  @Serves(endpoints.giveAnswer, 'privacy:answer')
  give(
    @SignedInPerson() person: KnownPerson,
    @Field() field: VaultField,
    @ShownEdition() shown: string,
    @Body({ schema: endpoints.giveAnswer.body }) { values }: BodyOf<'giveAnswer'>,
  ) {
    return this.answers.give(person, { field, shown }, values);
  }

  @Serves(endpoints.withdrawAnswer, 'privacy:answer')
  withdraw(@SignedInPerson() person: KnownPerson, @Field() field: VaultField, @ShownEdition() shown: string) {
    return this.answers.withdraw(person, { field, shown });
  }

  @Serves(endpoints.countAnswers, 'privacy:report')
  count(
    @SignedInPerson() person: KnownPerson,
    @Body({ schema: endpoints.countAnswers.body }) { sponsor }: BodyOf<'countAnswers'>,
    @Req() request: Request,
  ) {
    return this.counts.of(person, sponsor, idOf(request));
  }

  @Serves(endpoints.exportForAgency, 'privacy:report')
  @NeedsFreshSignIn()
  export(
    @SignedInPerson() person: KnownPerson,
    @Param('apprenticeship', { schema: apprenticeshipId }) apprenticeship: ApprenticeshipId,
    @Body({ schema: endpoints.exportForAgency.body }) { reason }: BodyOf<'exportForAgency'>,
    @Req() request: Request,
  ) {
    return this.agency.export(person, apprenticeship, { reason, requestId: idOf(request) });
  }

  @Serves(endpoints.readOwnData, 'signed-in')
  @NeedsFreshSignIn()
  own(@SignedInPerson() person: KnownPerson) {
    return this.ownData.read(person);
  }
}
