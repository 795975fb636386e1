import { apprenticeshipId, endpoints } from '@journeybook/contracts';
import type { KnownPerson } from '@journeybook/database';
import type { ApprenticeshipId } from '@journeybook/domain';
import { Body, Controller, Param, Query } from '@nestjs/common';
import type { z } from 'zod';
import { SignedInPerson } from '../http/actor.js';
import { Serves } from '../http/route.js';
import { MoveApprentice } from './move-apprentice.js';
import { ProposeMove } from './propose-move.js';

/** Apprentices going over to another version. */
@Controller()
export class MoveController {
  constructor(
    private readonly proposeMove: ProposeMove,
    private readonly moveApprentice: MoveApprentice,
  ) {}

  @Serves(endpoints.proposeMove, 'program:move-apprentice')
  propose(
    @SignedInPerson() person: KnownPerson,
    @Param('apprenticeship', { schema: apprenticeshipId }) apprenticeship: ApprenticeshipId,
    @Query({ schema: endpoints.proposeMove.query }) { to }: z.output<typeof endpoints.proposeMove.query>,
  ) {
    return this.proposeMove.propose(person, apprenticeship, to);
  }

  @Serves(endpoints.moveApprentice, 'program:move-apprentice')
  move(
    @SignedInPerson() person: KnownPerson,
    @Param('apprenticeship', { schema: apprenticeshipId }) apprenticeship: ApprenticeshipId,
    @Body({ schema: endpoints.moveApprentice.body }) move: z.output<typeof endpoints.moveApprentice.body>,
  ) {
    return this.moveApprentice.move(person, apprenticeship, move);
  }
}
